package io.github.tucai.portraits.spec;

import java.util.List;

/** What a pixel shows, with the codes of the six-class selfie segmentation model. */
public enum PixelClass {
    BACKGROUND(0),
    HAIR(1),
    BODY_SKIN(2),
    FACE_SKIN(3),
    CLOTHES(4),
    /** Glasses, headwear, jewellery. */
    OTHER(5);

    private static final List<PixelClass> BY_CODE = List.of(values());

    private final int code;

    PixelClass(int code) {
        this.code = code;
    }

    /** The number of this class in the model's output, 0 to 5. */
    public int code() {
        return code;
    }

    /** The class of a code from 0 to 5. */
    public static PixelClass of(int code) {
        return BY_CODE.get(code);
    }
}
