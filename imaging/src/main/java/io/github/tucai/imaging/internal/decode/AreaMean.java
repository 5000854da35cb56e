package io.github.tucai.imaging.internal.decode;

import java.util.Arrays;

/** Reduces interleaved samples by area: each new sample is the mean of what it covers, edges counted by their share. */
final class AreaMean {
    private AreaMean() {}

    static byte[] reduce(StoredPixels source, int newWidth, int newHeight) {
        int channels = source.channels();
        byte[] reduced = new byte[newWidth * newHeight * channels];
        float[] row = new float[newWidth * channels];
        float[] sum = new float[newWidth * channels];
        double step = (double) source.height() / newHeight;
        int target = 0;
        for (int y = 0; y < source.height() && target < newHeight; y++) {
            reduceRow(source, y, newWidth, row);
            double end = (target + 1) * step;
            double share = Math.min(y + 1, end) - Math.max(y, target * step);
            addRow(sum, row, share);
            if (y + 1 >= end - 1e-9) {
                store(sum, step, reduced, target * row.length);
                target++;
                Arrays.fill(sum, 0);
                if (y + 1 > end + 1e-9) {
                    addRow(sum, row, y + 1 - end);
                }
            }
        }
        return reduced;
    }

    private static void reduceRow(StoredPixels source, int y, int newWidth, float[] row) {
        int channels = source.channels();
        byte[] samples = source.samples();
        double step = (double) source.width() / newWidth;
        int base = y * source.width() * channels;
        for (int x = 0; x < newWidth; x++) {
            double from = x * step;
            double to = Math.min(from + step, source.width());
            int first = (int) from;
            int last = Math.min((int) Math.ceil(to - 1e-9), source.width()) - 1;
            float firstShare = (float) (Math.min(first + 1, to) - from);
            float lastShare = (float) (to - last);
            for (int c = 0; c < channels; c++) {
                float mean = (samples[base + first * channels + c] & 0xFF) * firstShare;
                for (int at = first + 1; at < last; at++) {
                    mean += samples[base + at * channels + c] & 0xFF;
                }
                if (last > first) {
                    mean += (samples[base + last * channels + c] & 0xFF) * lastShare;
                }
                row[x * channels + c] = (float) (mean / step);
            }
        }
    }

    private static void addRow(float[] sum, float[] row, double share) {
        float weight = (float) share;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i] * weight;
        }
    }

    private static void store(float[] sum, double step, byte[] target, int at) {
        float scale = (float) (1 / step);
        for (int i = 0; i < sum.length; i++) {
            target[at + i] = (byte) Math.min(255, (int) (sum[i] * scale + 0.5f));
        }
    }
}
