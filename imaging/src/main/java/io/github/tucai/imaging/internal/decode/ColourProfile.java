package io.github.tucai.imaging.internal.decode;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An embedded colour profile: its name, whether it is sRGB anyway, and the way from its values to sRGB. */
final class ColourProfile {
    // Columns of the red, green and blue primaries of sRGB, adapted to D50 (IEC 61966-2-1).
    private static final double[][] SRGB_PRIMARIES = {
        {0.4361, 0.2225, 0.0139}, {0.3851, 0.7169, 0.0971}, {0.1431, 0.0606, 0.7141}
    };
    private static final int[] PRIMARY_TAGS = {
        ICC_Profile.icSigRedColorantTag, ICC_Profile.icSigGreenColorantTag, ICC_Profile.icSigBlueColorantTag
    };
    private static final double SRGB_AT_HALF = 0.2140;

    private final ICC_Profile profile;

    private ColourProfile(ICC_Profile profile) {
        this.profile = profile;
    }

    /** A profile for pictures of this many channels; empty where it is broken or made for another number. */
    static Optional<ColourProfile> parse(byte[] icc, int channels) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(icc);
            return profile.getNumComponents() == channels ? Optional.of(new ColourProfile(profile)) : Optional.empty();
        } catch (IllegalArgumentException | CMMException e) {
            // A broken profile is no reason to refuse a picture: its values are then taken as sRGB, as viewers do.
            return Optional.empty();
        }
    }

    String name() {
        Bytes tag = tag(ICC_Profile.icSigProfileDescriptionTag);
        String name = tag.startsWith("mluc")
                ? new String(tag.slice(tag.i32(24), tag.i32(20)).copy(), StandardCharsets.UTF_16BE)
                : tag.slice(12, Math.max(0, tag.i32(8) - 1)).latin1();
        String clean = name.replaceAll("\\p{Cntrl}", "").strip();
        return clean.isEmpty() ? "unnamed profile" : clean.substring(0, Math.min(clean.length(), 80));
    }

    /** Whether its numbers are those of sRGB, whatever it calls itself. */
    boolean isSrgb() {
        for (int primary = 0; primary < 3; primary++) {
            Bytes xyz = tag(PRIMARY_TAGS[primary]);
            for (int i = 0; i < 3; i++) {
                if (Math.abs(xyz.i32(8 + 4 * i) / 65536.0 - SRGB_PRIMARIES[primary][i]) > 0.004) {
                    return false;
                }
            }
        }
        return Math.abs(curveAtHalf(tag(ICC_Profile.icSigGreenTRCTag)) - SRGB_AT_HALF) < 0.01;
    }

    private static double curveAtHalf(Bytes curve) {
        if (curve.startsWith("para")) {
            double gamma = curve.i32(12) / 65536.0;
            boolean scaled = curve.u16(8) > 0;
            double a = scaled ? curve.i32(16) / 65536.0 : 1;
            double b = scaled ? curve.i32(20) / 65536.0 : 0;
            return Math.pow(Math.max(0, a * 0.5 + b), gamma);
        }
        int count = curve.i32(8);
        return switch (count) {
            case 0 -> 0.5;
            case 1 -> Math.pow(0.5, curve.u16(12) / 256.0);
            default -> curve.u16(12 + 2 * (count / 2)) / 65535.0;
        };
    }

    private Bytes tag(int signature) {
        byte[] data = profile.getData(signature);
        return Bytes.of(data == null ? new byte[0] : data);
    }

    /** The pixels in sRGB; empty where the platform cannot use the profile. */
    Optional<StoredPixels> toSrgb(StoredPixels pixels) {
        try {
            BufferedImage srgb = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_3BYTE_BGR);
            ColorConvertOp conversion =
                    new ColorConvertOp(new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
            conversion.filter(raster(pixels), srgb.getRaster());
            return Optional.of(StoredPixels.of(srgb));
        } catch (IllegalArgumentException | CMMException e) {
            return Optional.empty();
        }
    }

    private static WritableRaster raster(StoredPixels pixels) {
        int channels = pixels.channels();
        int[] order = channels == 3 ? new int[] {2, 1, 0} : new int[] {0, 1, 2, 3};
        PixelInterleavedSampleModel model = new PixelInterleavedSampleModel(
                DataBuffer.TYPE_BYTE, pixels.width(), pixels.height(), channels, pixels.width() * channels, order);
        DataBufferByte data = new DataBufferByte(pixels.samples(), pixels.samples().length);
        return Raster.createWritableRaster(model, data, null);
    }
}
