package io.github.tucai.imaging.internal.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One pass of ZXing over a picture: every triple of finder patterns that belongs to no symbol yet, the most regular first. ZXing's
 * own reader for several codes tries all triples to the end, which may take minutes.
 */
final class ZxingPass {
    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private final GrayPicture picture;
    private final BitMatrix bits;
    private final Search search;

    private ZxingPass(GrayPicture picture, BitMatrix bits, Search search) {
        this.picture = picture;
        this.bits = bits;
        this.search = search;
    }

    /** Reads with a threshold for every neighbourhood: uneven light. */
    static void local(GrayPicture picture, Search search) {
        run(picture, new HybridBinarizer(source(picture)), search);
    }

    /** Reads with one threshold for the whole picture: reflections and screens. */
    static void global(GrayPicture picture, Search search) {
        run(picture, new GlobalHistogramBinarizer(source(picture)), search);
    }

    static PlanarYUVLuminanceSource source(GrayPicture picture) {
        int width = picture.width();
        int height = picture.height();
        return new PlanarYUVLuminanceSource(picture.luminance(), width, height, 0, 0, width, height, false);
    }

    private static void run(GrayPicture picture, Binarizer binarizer, Search search) {
        try {
            new ZxingPass(picture, binarizer.getBlackMatrix(), search).readTriples();
        } catch (NotFoundException e) {
            // A picture of one tone has no threshold and no code.
            return;
        }
    }

    private void readTriples() {
        Map<FinderCentre, FinderPattern> patterns = new HashMap<>();
        List<FinderCentre> centres = new ArrayList<>();
        for (FinderPattern pattern : ZxingFinders.patterns(bits, search)) {
            FinderCentre centre = new FinderCentre(
                    pattern.getX(), pattern.getY(), pattern.getEstimatedModuleSize(), pattern.getCount());
            centres.add(centre);
            patterns.put(centre, pattern);
        }
        List<TripleSearch.Triple> triples = TripleSearch.among(centres);
        // Noted even where the time is up: what was seen decides what is said.
        triples.forEach(triple -> search.saw(triple.inFirst(picture)));
        for (int i = 0; i < triples.size() && !search.isOutOfTime(); i++) {
            TripleSearch.Triple triple = triples.get(i);
            if (!search.isRead(triple.inFirst(picture))) {
                read(
                        Objects.requireNonNull(patterns.get(triple.below())),
                        Objects.requireNonNull(patterns.get(triple.corner())),
                        Objects.requireNonNull(patterns.get(triple.right())));
            }
        }
    }

    /** In the order that ZXing wants. */
    private void read(FinderPattern... belowCornerRight) {
        try {
            decode(new TripleDetector(bits).detect(new FinderPatternInfo(belowCornerRight)));
        } catch (ReaderException e) {
            // Most triples are no symbol.
            return;
        }
    }

    private void decode(DetectorResult detected) throws ReaderException {
        DecoderResult decoded = new Decoder().decode(detected.getBits(), HINTS);
        int version = version(decoded);
        Payload.text(decoded.getRawBytes(), version).ifPresent(text -> search.add(Symbol.of(text, corners(detected))));
    }

    /** ZXing does not tell the version, but at a given level each has its own number of data codewords. */
    private static int version(DecoderResult decoded) {
        ErrorCorrectionLevel level = ErrorCorrectionLevel.valueOf(decoded.getECLevel());
        int version = 1;
        while (version < 40 && dataCodewords(version, level) != decoded.getRawBytes().length) {
            version++;
        }
        return version;
    }

    private static int dataCodewords(int version, ErrorCorrectionLevel level) {
        try {
            Version.ECBlocks blocks = Version.getVersionForNumber(version).getECBlocksForLevel(level);
            return Arrays.stream(blocks.getECBlocks())
                    .mapToInt(block -> block.getCount() * block.getDataCodewords())
                    .sum();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("versions run from 1 to 40", e);
        }
    }

    private List<Point2D> corners(DetectorResult detected) {
        ResultPoint[] points = detected.getPoints();
        Point2D below = first(points[0]);
        Point2D corner = first(points[1]);
        Point2D right = first(points[2]);
        int between = detected.getBits().getWidth() - 7;
        double rightX = (right.getX() - corner.getX()) / between;
        double rightY = (right.getY() - corner.getY()) / between;
        double downX = (below.getX() - corner.getX()) / between;
        double downY = (below.getY() - corner.getY()) / between;
        double low = -3.5;
        double high = between + 3.5;
        return List.of(
                new Point2D.Double(corner.getX() + low * (rightX + downX), corner.getY() + low * (rightY + downY)),
                new Point2D.Double(
                        corner.getX() + high * rightX + low * downX, corner.getY() + high * rightY + low * downY),
                new Point2D.Double(corner.getX() + high * (rightX + downX), corner.getY() + high * (rightY + downY)),
                new Point2D.Double(
                        corner.getX() + low * rightX + high * downX, corner.getY() + low * rightY + high * downY));
    }

    private Point2D first(ResultPoint point) {
        return new Point2D.Double(picture.toFirst(point.getX()), picture.toFirst(point.getY()));
    }

    /** Opens the step of ZXing's detector that takes given finder patterns. */
    private static final class TripleDetector extends Detector {
        TripleDetector(BitMatrix bits) {
            super(bits);
        }

        DetectorResult detect(FinderPatternInfo info) throws ReaderException {
            return processFinderPatternInfo(info);
        }
    }
}
