package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.ColourSample;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.Measures;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Area, colour and pattern of the top. */
final class Garment {
    private static final double LEAST_AREA = 0.1;
    private static final double SEEN_CHROMA = 9;
    // Chroma by lightness: a white shirt in the shade looks bluish, but is hardly coloured for how light it is.
    private static final double SEEN_SATURATION = 0.2;
    private static final double BLACK = 8;
    // From sky blue (248 degrees) to pure blue (306); purple begins at about 320.
    private static final double BLUE_FROM = 225;
    private static final double BLUE_TO = 312;
    private static final int BORDER = 10;

    private final Face face;
    private final PersonMask mask;
    private final HeadMap head;
    private final Lab colours;
    private final boolean[] clothes = new boolean[Tile.SIZE * Tile.SIZE];

    private Garment(Face face, PersonMask mask, HeadMap head, Lab colours) {
        this.face = face;
        this.mask = mask;
        this.head = head;
        this.colours = colours;
    }

    /**
     * Measures the top.
     *
     * @param colours of the mask's pixels
     */
    static void measure(Face face, PersonMask mask, HeadMap head, Lab colours, MeasureSink sink) {
        Garment garment = new Garment(face, mask, head, colours);
        garment.find();
        garment.tell(sink);
    }

    /** The map of parts says it near the head; further down all that is person counts as clothes. */
    private void find() {
        int[] columns = new int[Tile.SIZE];
        Arrays.setAll(columns, column -> head.parts().column(mask.x(column)));
        for (int row = Math.max(0, mask.row(neck())); row < Tile.SIZE; row++) {
            int partRow = head.parts().row(mask.y(row));
            for (int column = 0; column < Tile.SIZE; column++) {
                clothes[row * Tile.SIZE + column] = mask.at(column, row) > 0.8f && isClothes(columns[column], partRow);
            }
        }
    }

    private double neck() {
        return face.point(Landmark.CHIN).y() + 0.4 * face.frame().unit();
    }

    private Cloth.Clothes inPicture() {
        int[] columns = new int[face.picture().width()];
        int[] rows = new int[face.picture().height()];
        Arrays.setAll(columns, x -> Math.min(Tile.SIZE - 1, mask.column(x + 0.5)));
        Arrays.setAll(rows, y -> Math.min(Tile.SIZE - 1, mask.row(y + 0.5)));
        return (x, y) -> clothes[rows[y] * Tile.SIZE + columns[x]];
    }

    private boolean isClothes(int column, int row) {
        boolean isMapped = column >= 0 && row >= 0 && column < Tile.SIZE && row < Tile.SIZE;
        return !isMapped || head.parts().at(column, row) == Part.CLOTHES;
    }

    private void tell(MeasureSink sink) {
        int size = 0;
        int blue = 0;
        for (int i = 0; i < clothes.length; i++) {
            size += clothes[i] ? 1 : 0;
            blue += clothes[i] && isBlue(i) ? 1 : 0;
        }
        double unit = face.frame().unit();
        double area = size * mask.pixelArea() / (unit * unit);
        Box box = new Box(
                0,
                face.point(Landmark.CHIN).y(),
                face.picture().width(),
                face.picture().height());
        double confidence = face.landmarks().presence() * Math.min(1, area);
        sink.add(Measures.CLOTHES_AREA, area, box, face.landmarks().presence());
        if (area < LEAST_AREA) {
            return;
        }
        sink.add(Measures.CLOTHES_BLUE, (double) blue / size, box, confidence);
        ColourSample border = sample(this::isNearBackground);
        ColourSample seen = border.size() < 50 ? sample(i -> true) : border;
        sink.add(Measures.CLOTHES_L, seen.lightness().median(), box, confidence);
        sink.add(Measures.CLOTHES_A, seen.a().median(), box, confidence);
        sink.add(Measures.CLOTHES_B, seen.b().median(), box, confidence);
        Fabric.measure(clothes, size, colours, box, confidence, sink);
        FaceFrame frame = face.frame();
        Cloth cloth = Cloth.of(face.picture(), frame.unit(), frame.origin().x(), neck(), inPicture(), Weave.margin());
        Weave.measure(cloth, box, confidence, sink);
    }

    private ColourSample sample(IntPredicate wanted) {
        ColourSample sample = new ColourSample();
        for (int i = 0; i < clothes.length; i++) {
            if (clothes[i] && wanted.test(i)) {
                sample.add(colours, i);
            }
        }
        return sample;
    }

    private boolean isBlue(int i) {
        double chroma = colours.chroma(i);
        if (chroma < SEEN_CHROMA || chroma < SEEN_SATURATION * (colours.lightness(i) + BLACK)) {
            return false;
        }
        double hue = colours.hue(i);
        return hue >= BLUE_FROM && hue <= BLUE_TO;
    }

    private boolean isNearBackground(int i) {
        int column = i % Tile.SIZE;
        int row = i / Tile.SIZE;
        return isBackground(column - BORDER, row)
                || isBackground(column + BORDER, row)
                || isBackground(column, row - BORDER);
    }

    private boolean isBackground(int column, int row) {
        return column >= 0 && row >= 0 && column < Tile.SIZE && mask.at(column, row) < 0.1f;
    }
}
