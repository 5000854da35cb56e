package io.github.tucai.imaging.internal.pixel;

/** A rectangle of a picture in shades of grey, 0 to 255, to be asked between its pixels; the picture's edge goes on outside. */
public final class Greys {
    private final int left;
    private final int top;
    private final int width;
    private final float[] values;

    private Greys(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.values = new float[width * height];
    }

    /** All that may be asked for in a box. */
    public static Greys of(Picture picture, Box box) {
        int left = (int) Math.floor(box.left()) - 1;
        int top = (int) Math.floor(box.top()) - 1;
        int right = (int) Math.floor(box.right()) + 2;
        int bottom = (int) Math.floor(box.bottom()) + 2;
        Greys greys = new Greys(left, top, right - left, bottom - top);
        int i = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                greys.values[i++] = luma(picture.nearest(x, y));
            }
        }
        return greys;
    }

    /** At a place of the box, bilinearly. */
    public float at(double x, double y) {
        // The centre of a pixel is half a pixel from its edges.
        int column = (int) Math.floor(x - 0.5);
        int row = (int) Math.floor(y - 0.5);
        float right = (float) (x - 0.5 - column);
        float bottom = (float) (y - 0.5 - row);
        int i = (row - top) * width + column - left;
        float upper = values[i] * (1 - right) + values[i + 1] * right;
        float lower = values[i + width] * (1 - right) + values[i + width + 1] * right;
        return upper * (1 - bottom) + lower * bottom;
    }

    /** The grey of a pixel. */
    public static float luma(int rgb) {
        return 0.299f * (rgb >> 16 & 255) + 0.587f * (rgb >> 8 & 255) + 0.114f * (rgb & 255);
    }
}
