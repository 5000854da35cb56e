package io.github.tucai.imaging.internal.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import io.github.tucai.code.CodeReading.Failure;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why nothing was read, from what was seen on the way. */
final class FailureReason {
    // Only kinds with a strong check of their own: weak ones are read out of any texture.
    private static final Set<BarcodeFormat> OTHER_KINDS = EnumSet.of(
            BarcodeFormat.AZTEC,
            BarcodeFormat.CODE_128,
            BarcodeFormat.DATA_MATRIX,
            BarcodeFormat.EAN_13,
            BarcodeFormat.PDF_417);

    // ISO/IEC 18004 wants more; below this neither reader reads anything.
    private static final double SMALLEST_MODULE_PX = 1.5;
    private static final int SATURATED = 250;
    private static final int FLAT = 30;
    private static final double GLARING_SHARE = 0.06;
    private static final int CELLS = 12;

    private final GrayPicture picture;
    private final FinderTriple triple;

    private FailureReason(GrayPicture picture, FinderTriple triple) {
        this.picture = picture;
        this.triple = triple;
    }

    /** @param isFinished whether the search came to its end before its time did */
    static Cause of(GrayPicture picture, Search search, boolean isFinished) {
        Optional<FinderTriple> best = search.bestUnread().filter(search::isSure);
        if (!isFinished) {
            // What more time would have found nobody knows: any other reason might be false.
            return new Cause(Failure.OUT_OF_TIME, best.map(FinderTriple::bounds));
        }
        if (best.isPresent()) {
            return new Cause(
                    new FailureReason(picture, best.get()).decide(),
                    Optional.of(best.get().bounds()));
        }
        Optional<Rectangle2D> other = otherKind(picture);
        return new Cause(other.isPresent() ? Failure.OTHER_CODE : Failure.NO_CODE, other);
    }

    /**
     * Why, and where in the picture.
     *
     * @param place empty where nothing was seen
     */
    record Cause(Failure failure, Optional<Rectangle2D> place) {}

    private Failure decide() {
        if (triple.moduleSize() < SMALLEST_MODULE_PX) {
            return Failure.TOO_SMALL;
        }
        if (isCutOff()) {
            return Failure.CUT_OFF;
        }
        return glaringShare() > GLARING_SHARE ? Failure.GLARE : Failure.BLURRED;
    }

    private boolean isCutOff() {
        Point2D fourth = triple.fourth();
        return fourth.getX() < 0
                || fourth.getY() < 0
                || fourth.getX() >= picture.width()
                || fourth.getY() >= picture.height();
    }

    /** Share of the symbol's cells that are one bright tone, where modules of both colours belong. */
    private double glaringShare() {
        int glaring = 0;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                glaring += isGlaring(row, column) ? 1 : 0;
            }
        }
        return (double) glaring / (CELLS * CELLS);
    }

    private boolean isGlaring(int row, int column) {
        int darkest = 255;
        int lightest = 0;
        for (int i = 0; i < 16; i++) {
            double across = (column + (i % 4 + 0.5) / 4) / CELLS;
            double down = (row + ((i >> 2) + 0.5) / 4) / CELLS;
            int value = at(across, down);
            darkest = Math.min(darkest, value);
            lightest = Math.max(lightest, value);
        }
        return lightest >= SATURATED && lightest - darkest < FLAT;
    }

    private int at(double across, double down) {
        Point2D corner = triple.corner();
        double x = corner.getX()
                + across * (triple.right().getX() - corner.getX())
                + down * (triple.below().getX() - corner.getX());
        double y = corner.getY()
                + across * (triple.right().getY() - corner.getY())
                + down * (triple.below().getY() - corner.getY());
        int column = (int) Math.min(Math.max(x, 0), picture.width() - 1);
        int line = (int) Math.min(Math.max(y, 0), picture.height() - 1);
        return picture.at(column, line);
    }

    private static Optional<Rectangle2D> otherKind(GrayPicture picture) {
        int width = picture.width();
        int height = picture.height();
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(
                new PlanarYUVLuminanceSource(picture.luminance(), width, height, 0, 0, width, height, false)));
        try {
            Map<DecodeHintType, ?> hints =
                    Map.of(DecodeHintType.POSSIBLE_FORMATS, OTHER_KINDS, DecodeHintType.TRY_HARDER, true);
            return Optional.of(around(new MultiFormatReader().decode(bitmap, hints)));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** A code of bars gives a line. */
    private static Rectangle2D around(Result found) {
        Rectangle2D around = new Rectangle2D.Double();
        boolean isFirst = true;
        for (ResultPoint point : found.getResultPoints()) {
            if (isFirst) {
                around.setRect(point.getX(), point.getY(), 0, 0);
            }
            around.add(point.getX(), point.getY());
            isFirst = false;
        }
        return around;
    }
}
