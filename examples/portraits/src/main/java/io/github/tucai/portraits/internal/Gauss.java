package io.github.tucai.portraits.internal;

/** A Gaussian blur of interleaved channels; the edges are repeated. */
final class Gauss {
    private static final double LEAST_SIGMA = .1;

    private Gauss() {}

    static float[] blur(float[] from, int width, int height, int channels, double sigma, Workers workers) {
        if (sigma < LEAST_SIGMA) {
            return from;
        }
        float[] kernel = kernel(sigma);
        float[] across = new float[from.length];
        float[] both = new float[from.length];
        workers.forEach(height, y -> row(from, across, y * width * channels, width, channels, kernel));
        workers.forEach(height, y -> column(across, both, y, width * channels, height, kernel));
        return both;
    }

    private static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        return kernel;
    }

    private static void row(float[] from, float[] to, int first, int width, int channels, float[] kernel) {
        int reach = kernel.length / 2;
        for (int x = 0; x < width; x++) {
            for (int d = 0; d < channels; d++) {
                float sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    int at = Math.min(width - 1, Math.max(0, x + i));
                    sum += kernel[i + reach] * from[first + at * channels + d];
                }
                to[first + x * channels + d] = sum;
            }
        }
    }

    private static void column(float[] from, float[] to, int y, int stride, int height, float[] kernel) {
        int reach = kernel.length / 2;
        for (int i = -reach; i <= reach; i++) {
            int source = Math.min(height - 1, Math.max(0, y + i)) * stride;
            float weight = kernel[i + reach];
            for (int k = 0; k < stride; k++) {
                to[y * stride + k] += weight * from[source + k];
            }
        }
    }
}
