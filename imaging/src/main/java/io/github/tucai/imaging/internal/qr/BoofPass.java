package io.github.tucai.imaging.internal.qr;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import georegression.struct.point.Point2D_F64;
import georegression.struct.shapes.Polygon2D_F64;
import java.awt.geom.Point2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** One pass of BoofCV over a picture: finds squares by their outlines, so perspective and blur trouble it less. */
final class BoofPass {
    // These symbols were corrected without a doubt; only their text was not to BoofCV's taste.
    private static final Set<QrCode.Failure> CORRECTED = EnumSet.of(
            QrCode.Failure.UNKNOWN_MODE,
            QrCode.Failure.READING_PADDING,
            QrCode.Failure.MESSAGE_OVERFLOW,
            QrCode.Failure.DECODING_MESSAGE,
            QrCode.Failure.KANJI_UNAVAILABLE,
            QrCode.Failure.STRING_ENCODING_UNAVAILABLE);

    // Detectors keep large work buffers and serve one thread at a time.
    private static final ConcurrentLinkedQueue<QrCodeDetector<GrayU8>> IDLE = new ConcurrentLinkedQueue<>();

    static {
        // A reading uses the calling thread only.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    private final GrayPicture picture;
    private final Search search;

    private BoofPass(GrayPicture picture, Search search) {
        this.picture = picture;
        this.search = search;
    }

    static void run(GrayPicture picture, Search search) {
        if (search.isCrowded()) {
            return;
        }
        QrCodeDetector<GrayU8> detector = IDLE.poll();
        if (detector == null) {
            detector = create();
        }
        BoofPass pass = new BoofPass(picture, search);
        detector.process(pass.image());
        detector.getDetections().forEach(pass::add);
        detector.getFailures().forEach(pass::addFailure);
        IDLE.offer(detector);
    }

    private static QrCodeDetector<GrayU8> create() {
        ConfigQrCode configuration = new ConfigQrCode();
        configuration.ignorePaddingBytes = true;
        return FactoryFiducial.qrcode(configuration, GrayU8.class);
    }

    private GrayU8 image() {
        GrayU8 image = new GrayU8();
        image.width = picture.width();
        image.height = picture.height();
        image.stride = picture.width();
        image.data = picture.luminance();
        return image;
    }

    private void addFailure(QrCode code) {
        if (CORRECTED.contains(code.failureCause)) {
            add(code);
        } else if (code.failureCause == QrCode.Failure.ERROR_CORRECTION) {
            search.saw(triple(code));
        }
    }

    private void add(QrCode code) {
        byte @Nullable [] codewords = code.corrected;
        if (codewords != null) {
            List<Point2D> corners =
                    code.bounds.vertexes.toList().stream().map(this::first).toList();
            Payload.text(mostSignificantFirst(codewords), code.version)
                    .ifPresent(text -> search.add(Symbol.of(text, corners)));
        }
    }

    /** BoofCV keeps the first module of a codeword in the lowest bit. */
    private static byte[] mostSignificantFirst(byte[] codewords) {
        byte[] turned = new byte[codewords.length];
        for (int i = 0; i < codewords.length; i++) {
            turned[i] = (byte) (Integer.reverse(codewords[i]) >>> 24);
        }
        return turned;
    }

    private FinderTriple triple(QrCode code) {
        Point2D corner = centre(code.ppCorner);
        // BoofCV's picture has its y axis upward.
        Point2D right = centre(code.ppDown);
        Point2D below = centre(code.ppRight);
        double across = corner.distance(right);
        double down = corner.distance(below);
        return new FinderTriple(
                corner,
                right,
                below,
                module(code.ppCorner),
                module(code.ppDown),
                module(code.ppRight),
                Math.abs(across - down) / (across + down));
    }

    /** Mean side of a module of a finder pattern's outline. */
    private double module(Polygon2D_F64 square) {
        double around = 0;
        for (int i = 0; i < square.size(); i++) {
            around += square.getSideLength(i);
        }
        return picture.lengthInFirst(around / square.size()) / 7;
    }

    private Point2D centre(Polygon2D_F64 square) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < square.size(); i++) {
            x += square.get(i).x / square.size();
            y += square.get(i).y / square.size();
        }
        return first(new Point2D_F64(x, y));
    }

    private Point2D first(Point2D_F64 point) {
        return new Point2D.Double(picture.toFirst(point.x), picture.toFirst(point.y));
    }
}
