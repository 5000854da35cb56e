package io.github.tucai.imaging.internal.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;

/** Notes the finder patterns that the readers pass by because print runs into them; {@link GridPass} then reads the symbols. */
final class RingPass {
    private RingPass() {}

    static void look(GrayPicture picture, Search search) {
        look(picture, new HybridBinarizer(ZxingPass.source(picture)), search);
        look(picture, new GlobalHistogramBinarizer(ZxingPass.source(picture)), search);
    }

    private static void look(GrayPicture picture, Binarizer binarizer, Search search) {
        try {
            TripleSearch.among(FinderScan.centres(binarizer.getBlackMatrix()))
                    .forEach(triple -> search.saw(triple.inFirst(picture)));
        } catch (NotFoundException e) {
            // A picture of one tone has no threshold and no code.
            return;
        }
    }
}
