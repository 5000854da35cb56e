package io.github.tucai.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measures;
import io.github.tucai.portraits.spec.Clothes;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;

/** Chains and rings of any size and metal are seen where they were drawn. Lengths are in eye distances. */
class DrawnJewelleryProperties {
    private static final PortraitSpec BARE = PortraitSpec.builder()
            .clothes(Clothes.TSHIRT)
            .tint(Tint.CLOTHES, 0x54565a)
            .tint(Tint.BACKGROUND, 0x64c5ff)
            .build();
    private static final Color GOLD = new Color(0xe6c05a);
    private static final Color SILVER = new Color(0xe0e2e6);

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void aChainAboutTheNeckIsSeen(
            @ForAll @DoubleRange(min = 0.25, max = 0.45) double depth,
            @ForAll @DoubleRange(min = 0.04, max = 0.07) double thickness,
            @ForAll boolean gold) {
        DrawnPortrait portrait = Drawn.portrait(BARE);
        double worn = measure(portrait, Measures.NECKLACE, pen -> chain(portrait, pen, depth, thickness, gold));
        assertThat(Drawn.measure(BARE, Measures.NECKLACE)).isLessThan(0.25);
        assertThat(worn).isGreaterThan(0.45);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void ringsThatHangFromTheEarsAreSeen(
            @ForAll @DoubleRange(min = 0.12, max = 0.25) double radius,
            @ForAll @DoubleRange(min = 0.03, max = 0.06) double thickness,
            @ForAll boolean gold) {
        DrawnPortrait portrait = Drawn.portrait(BARE);
        double worn = measure(portrait, Measures.EARRINGS, pen -> rings(portrait, pen, radius, thickness, gold));
        assertThat(Drawn.measure(BARE, Measures.EARRINGS)).isLessThan(0.5);
        assertThat(worn).isGreaterThan(0.65);
    }

    private static void chain(DrawnPortrait portrait, Graphics2D pen, double depth, double thickness, boolean gold) {
        double unit = unit(portrait);
        double x = portrait.landmark(152).x();
        double y = portrait.landmark(152).y() + 0.25 * unit;
        Path2D curve = new Path2D.Double();
        curve.moveTo(x - 0.6 * unit, y);
        curve.quadTo(x, y + 2 * depth * unit, x + 0.6 * unit, y);
        metal(pen, thickness * unit, gold);
        pen.draw(curve);
    }

    private static void rings(DrawnPortrait portrait, Graphics2D pen, double radius, double thickness, boolean gold) {
        double unit = unit(portrait);
        metal(pen, thickness * unit, gold);
        for (int side : new int[] {-1, 1}) {
            int x = (int) Math.round(portrait.landmark(side < 0 ? 234 : 454).x() + side * 0.06 * unit);
            int lobe = (int) Math.round(portrait.landmark(468).y() + 0.5 * unit);
            while (portrait.classAt(x, lobe) == PixelClass.FACE_SKIN) {
                lobe++;
            }
            pen.draw(new Ellipse2D.Double(x - radius * unit, lobe - 0.05 * unit, 2 * radius * unit, 2 * radius * unit));
        }
    }

    /** Links light and dark, as metal is. */
    private static void metal(Graphics2D pen, double thickness, boolean gold) {
        Color light = gold ? GOLD : SILVER;
        pen.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setPaint(new GradientPaint(
                0,
                0,
                light,
                (float) thickness,
                (float) thickness,
                light.darker().darker(),
                true));
    }

    private static double unit(DrawnPortrait portrait) {
        return portrait.landmark(468).distanceTo(portrait.landmark(473));
    }

    private static double measure(DrawnPortrait portrait, MeasureId id, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(portrait.width(), portrait.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, portrait.width(), portrait.height(), portrait.pixels(), 0, portrait.width());
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(pen);
        pen.dispose();
        int[] pixels = image.getRGB(0, 0, portrait.width(), portrait.height(), null, 0, portrait.width());
        DrawnPortrait worn = new DrawnPortrait(portrait.spec(), pixels, portrait.landmarks(), portrait.classes());
        return Drawn.value(new OnnxImageAnalyzer().analyze(Drawn.encoded(worn), AnalysisMode.FULL), id);
    }
}
