package io.github.tucai.imaging;

import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.photo.PhotoImage;
import java.awt.image.BufferedImage;

/** Photos as pictures to show, decoded as the analyzer decodes them. */
public final class Pictures {
    private Pictures() {}

    /**
     * The photo upright in sRGB. A very large one comes reduced; the regions of a check are told in pixels of the full
     * picture, whose size its file facts have.
     *
     * @throws io.github.tucai.failure.UndecodableImageException if the bytes are no picture that can be decoded
     */
    public static BufferedImage upright(PhotoImage photo) {
        DecodedPhoto decoded = PhotoDecoder.standard().decode(photo);
        BufferedImage picture = new BufferedImage(decoded.width(), decoded.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, decoded.width(), decoded.height(), decoded.rgb(), 0, decoded.width());
        return picture;
    }
}
