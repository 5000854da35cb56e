package io.github.tucai.portraits.spec;

/** How much work goes into the light and the film; the shape of the person is the same. */
public enum Quality {
    /** Four samples a pixel and soft light; the quality the segmentation and landmark models were measured on. */
    FINE,
    /** One sample a pixel, coarse shadows and thinner hair: three to five times as fast, for tests that draw many people. */
    DRAFT
}
