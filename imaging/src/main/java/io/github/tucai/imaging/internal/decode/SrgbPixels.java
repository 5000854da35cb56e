package io.github.tucai.imaging.internal.decode;

import java.util.Optional;

/**
 * Pixels in sRGB and the name of the colour space they were stored in.
 *
 * @param pixels three channels
 * @param storedAs {@code sRGB}, {@code grey}, {@code cmyk} or the name of a profile
 */
record SrgbPixels(StoredPixels pixels, String storedAs) {

    static SrgbPixels of(StoredPixels stored, PictureHeader header) {
        Optional<ColourProfile> profile = Optional.ofNullable(header.iccProfile)
                .filter(icc -> header.components >= 3)
                .flatMap(icc -> ColourProfile.parse(icc, stored.channels()));
        if (stored.channels() == 4) {
            StoredPixels srgb = profile.flatMap(p -> p.toSrgb(stored)).orElseGet(() -> Inks.toSrgb(stored));
            return new SrgbPixels(srgb, "cmyk");
        }
        if (header.components < 3) {
            return new SrgbPixels(stored, "grey");
        }
        return profile.filter(p -> !p.isSrgb())
                .flatMap(p -> p.toSrgb(stored).map(srgb -> new SrgbPixels(srgb, p.name())))
                .orElseGet(() -> new SrgbPixels(stored, "sRGB"));
    }
}
