package io.github.tucai.photo;

/**
 * A rectangle in pixels of the upright picture; the origin is the top-left corner. May reach outside the picture.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 0
 * @param height at least 0
 */
public record Region(int x, int y, int width, int height) {
    public Region {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a region is not negative, got " + width + " x " + height);
        }
    }
}
