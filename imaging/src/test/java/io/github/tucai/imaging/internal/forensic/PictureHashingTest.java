package io.github.tucai.imaging.internal.forensic;

import static io.github.tucai.portraits.Images.resized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tucai.imaging.Pictures;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.portraits.Testdata;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PictureHashingTest {
    /** The same is told to 26 bits, another from 38: the profiles stay below both. */
    private static final int SAME = 26;

    private static final int OTHER = 38;

    @Property(tries = 40)
    void theSamePictureSmallerDarkerOrMirroredIsFoundAgain(@ForAll @LongRange(min = 0, max = 9999) long seed) {
        BufferedImage picture = blobs(seed);
        PictureHash hash = hash(picture);
        assertThat(hash(scaled(picture, 0.5)).distance(hash)).isLessThanOrEqualTo(SAME);
        assertThat(hash(scaled(picture, 1.3)).distance(hash)).isLessThanOrEqualTo(SAME);
        assertThat(hash(new RescaleOp(0.8f, 0, null).filter(picture, null)).distance(hash))
                .isLessThanOrEqualTo(SAME);
        assertThat(hash(mirrored(picture)).distance(hash)).isLessThanOrEqualTo(SAME);
    }

    @Property(tries = 40)
    void anotherPictureIsAnother(
            @ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(min = 1, max = 999) int further) {
        assertThat(hash(blobs(seed)).distance(hash(blobs(seed + further)))).isGreaterThan(OTHER);
    }

    @Example
    void aPictureOfOnePixelHasAHash() {
        assertThat(PictureHashing.of(new Picture(1, 1, new int[] {0x808080}))
                        .distance(PictureHashing.of(new Picture(1, 1, new int[] {0x808080}))))
                .isZero();
    }

    /** Of one studio with one background, where pictures are most alike. */
    @Test
    void portraitsBeforeTheSameWallAreTold() throws IOException {
        assumeTrue(
                Testdata.folder().isPresent(), "the labelled photos are not here; -Dtucai.testdata names their folder");
        List<PictureHash> hashes = new ArrayList<>();
        for (Path file : Testdata.pictures(Testdata.folder().orElseThrow(), "portraits")) {
            if (file.getFileName().toString().startsWith("london_1")) {
                BufferedImage picture = Pictures.upright(PhotoImage.copyOf(Files.readAllBytes(file)));
                PictureHash hash = hash(picture);
                assertThat(hash(scaled(picture, 0.5)).distance(hash)).isLessThanOrEqualTo(SAME);
                hashes.forEach(other -> assertThat(hash.distance(other)).isGreaterThanOrEqualTo(OTHER));
                hashes.add(hash);
            }
        }
        assertThat(hashes).hasSizeGreaterThan(10);
    }

    /** Light and dark places at random, as coarse as a portrait's. */
    private static BufferedImage blobs(long seed) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 60; i++) {
            int grey = random.nextInt(256);
            pen.setColor(new Color(grey, grey, grey));
            pen.fillOval(
                    random.nextInt(360) - 60,
                    random.nextInt(460) - 60,
                    20 + random.nextInt(90),
                    20 + random.nextInt(90));
        }
        pen.dispose();
        return picture;
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        return resized(picture, width, height);
    }

    private static BufferedImage mirrored(BufferedImage picture) {
        int width = picture.getWidth();
        BufferedImage mirrored = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = mirrored.createGraphics();
        pen.drawImage(picture, width, 0, -width, picture.getHeight(), null);
        pen.dispose();
        return mirrored;
    }

    private static PictureHash hash(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] rgb = picture.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        return PictureHashing.of(new Picture(width, height, rgb));
    }
}
