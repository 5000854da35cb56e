package io.github.tucai.photo;

/**
 * The part of a photo that its product is made of, in pixels of the full upright photo; the origin is the top-left corner.
 * It stays inside the photo, but its upper edge may lie above it where the background is filled anyway.
 *
 * @param left edge, 0 or more
 * @param top edge, below 0 where it reaches out above the head
 * @param width more than 0
 * @param height more than 0
 */
public record Crop(double left, double top, double width, double height) {
    public Crop {
        boolean isFinite = Double.isFinite(left + top) && Double.isFinite(width + height);
        if (!isFinite || width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "a crop has a place and a size, got " + width + " x " + height + " at " + left + ", " + top);
        }
    }
}
