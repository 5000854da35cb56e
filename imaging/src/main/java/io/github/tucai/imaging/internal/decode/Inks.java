package io.github.tucai.imaging.internal.decode;

/** Printing colours: from the four stored components of a JPEG to amounts of ink, and from those to sRGB without a profile. */
final class Inks {
    private Inks() {}

    /** Turns stored components into ink, 0 = none, in place. */
    static void normalize(byte[] samples, boolean ycck, boolean inverted) {
        for (int i = 0; i < samples.length; i += 4) {
            if (ycck) {
                toCmy(samples, i);
            }
            if (inverted) {
                for (int c = 0; c < 4; c++) {
                    samples[i + c] = (byte) (255 - (samples[i + c] & 0xFF));
                }
            }
        }
    }

    /** JFIF's luminance and chroma to red, green and blue, of which cyan, magenta and yellow are the complement. */
    private static void toCmy(byte[] samples, int at) {
        double y = samples[at] & 0xFF;
        double cb = (samples[at + 1] & 0xFF) - 128;
        double cr = (samples[at + 2] & 0xFF) - 128;
        samples[at] = clamp(255 - (y + 1.402 * cr));
        samples[at + 1] = clamp(255 - (y - 0.344136 * cb - 0.714136 * cr));
        samples[at + 2] = clamp(255 - (y + 1.772 * cb));
    }

    private static byte clamp(double value) {
        return (byte) Math.round(Math.min(255, Math.max(0, value)));
    }

    static StoredPixels toSrgb(StoredPixels inks) {
        byte[] cmyk = inks.samples();
        byte[] bgr = new byte[cmyk.length / 4 * 3];
        int at = 0;
        for (int i = 0; i < cmyk.length; i += 4) {
            int paper = 255 - (cmyk[i + 3] & 0xFF);
            for (int c = 2; c >= 0; c--) {
                bgr[at++] = (byte) (((255 - (cmyk[i + c] & 0xFF)) * paper + 127) / 255);
            }
        }
        return new StoredPixels(inks.width(), inks.height(), 3, bgr);
    }
}
