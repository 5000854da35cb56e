package io.github.tucai.portraits.internal;

/** What a surface answers for one point; reused from pixel to pixel. */
final class Material {
    double red;
    double green;
    double blue;
    /** Strength of the highlight. */
    double shine;
    /** Sharpness of the highlight. */
    double exponent;
    /** How much light creeps round the edge of a shadow, as in skin: 0 to 1. */
    double scatter;

    void colour(Colour colour) {
        colour(colour.red(), colour.green(), colour.blue());
    }

    void colour(double newRed, double newGreen, double newBlue) {
        red = newRed;
        green = newGreen;
        blue = newBlue;
    }

    void finish(double newShine, double newExponent, double newScatter) {
        shine = newShine;
        exponent = newExponent;
        scatter = newScatter;
    }
}
