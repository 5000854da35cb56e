package io.github.tucai.portraits.spec;

/** A colour of a portrait, given as 0xRRGGBB in sRGB. */
public enum Tint {
    HAIR(0x2a1d16),
    IRIS(0x3a2618),
    CLOTHES(0x27303f),
    /** The shirt under a suit. */
    SHIRT(0xf1f1ef),
    TIE(0x6d1f2a),
    GLASSES_FRAME(0x1a1a1c),
    HAT(0x3b4a5c),
    BACKGROUND(0xe9ebee);

    private final int usual;

    Tint(int usual) {
        this.usual = usual;
    }

    /** The colour where a specification names none. */
    public int usual() {
        return usual;
    }
}
