package io.github.tucai.cli.demo;

import io.github.tucai.imaging.Pictures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Jpeg;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Photographs from a folder, in the order of their names: each take of each student is the next one. */
final class RealPhotos implements PhotoSource {
    private final List<Path> files;
    private int next;

    RealPhotos(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            this.files = listed.filter(RealPhotos::isPhoto).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("the folder of photos holds no .jpg or .png file");
        }
    }

    @Override
    public String caption() {
        return "The photographs come from the folder given; the faulty ones are blurred copies.";
    }

    @Override
    public PhotoImage good(Cast.Student student, int take) {
        return PhotoImage.copyOf(nextFile());
    }

    @Override
    public PhotoImage faulty(Cast.Student student) {
        BufferedImage picture = Pictures.upright(PhotoImage.copyOf(nextFile()));
        int width = Math.max(3, picture.getWidth() / 40);
        float[] row = new float[width];
        Arrays.fill(row, 1f / width);
        BufferedImage once =
                new ConvolveOp(new Kernel(width, 1, row), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
        return PhotoImage.copyOf(
                Jpeg.bytes(new ConvolveOp(new Kernel(1, width, row), ConvolveOp.EDGE_NO_OP, null).filter(once, null)));
    }

    private byte[] nextFile() {
        try {
            byte[] bytes = Files.readAllBytes(files.get(next % files.size()));
            next++;
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPhoto(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
    }
}
