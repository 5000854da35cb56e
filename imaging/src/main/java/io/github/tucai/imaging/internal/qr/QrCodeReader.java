package io.github.tucai.imaging.internal.qr;

import io.github.tucai.code.CodeReading;
import io.github.tucai.code.CodeReading.Failure;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Region;
import io.github.tucai.spi.CodeImageReader;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Reads QR symbols with ZXing and BoofCV over a ladder of scales. */
public final class QrCodeReader implements CodeImageReader {
    private final PhotoDecoder decoder;

    /** A reader with the standard limits on pictures. */
    public QrCodeReader() {
        this(PhotoDecoder.standard());
    }

    QrCodeReader(PhotoDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public String id() {
        return "zxing-boofcv";
    }

    @Override
    public CodeReading read(PhotoImage picture, Duration budget) {
        Objects.requireNonNull(picture, "picture");
        Search search = new Search(System.nanoTime(), budget.toNanos());
        DecodedPhoto photo;
        try {
            photo = decoder.decode(picture);
        } catch (UndecodableImageException e) {
            return CodeReading.failed(Failure.NOT_AN_IMAGE);
        }
        GrayPicture gray = GrayPicture.of(photo);
        boolean finished = new Ladder(gray, search).climb();
        if (!search.symbols().isEmpty()) {
            return CodeReading.of(inReadingOrder(search.symbols(), photo.scale()));
        }
        FailureReason.Cause cause = FailureReason.of(gray, search, finished);
        return cause.place()
                .map(place -> CodeReading.failed(cause.failure(), region(place, photo.scale())))
                .orElseGet(() -> CodeReading.failed(cause.failure()));
    }

    private static List<CodeReading.Symbol> inReadingOrder(List<Symbol> symbols, double scale) {
        return ReadingOrder.sorted(symbols).stream()
                .map(symbol -> new CodeReading.Symbol(
                        symbol.text().text(), symbol.text().charset(), region(symbol.bounds(), scale)))
                .toList();
    }

    private static Region region(Rectangle2D bounds, double scale) {
        int left = (int) Math.floor(bounds.getMinX() / scale);
        int top = (int) Math.floor(bounds.getMinY() / scale);
        int right = (int) Math.ceil(bounds.getMaxX() / scale);
        int bottom = (int) Math.ceil(bounds.getMaxY() / scale);
        return new Region(left, top, right - left, bottom - top);
    }
}
