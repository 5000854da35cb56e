package io.github.tucai.portraits.internal;

/** Colours a part. */
interface Surface {
    /**
     * Describes the surface at a rest point.
     *
     * @return false where the part has a hole
     */
    boolean at(double x, double y, double z, Material out);

    /** The same all over. */
    static Surface plain(Colour colour, double shine, double exponent, double scatter) {
        return (x, y, z, out) -> {
            out.colour(colour);
            out.finish(shine, exponent, scatter);
            return true;
        };
    }
}
