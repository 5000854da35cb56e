package io.github.tucai.imaging.internal.model;

/** What a pixel near the head shows; the order is that of the network's classes. */
public enum Part {
    /** No person. */
    BACKGROUND,
    /** Of the head or a beard. */
    HAIR,
    /** Neck, shoulders, hands. */
    BODY_SKIN,
    /** Face and ears. */
    FACE_SKIN,
    /** Garments. */
    CLOTHES,
    /** Glasses, hats, jewellery, things held. */
    ACCESSORY
}
