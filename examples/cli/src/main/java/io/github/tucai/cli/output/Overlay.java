package io.github.tucai.cli.output;

import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Region;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws a photo with what the checks found in it: a frame and a label for each finding that has a place. */
public final class Overlay {
    private static final int HEIGHT = 800;
    private static final int PANEL = 380;
    private static final int LINE = 22;
    private static final Color PAPER = new Color(0xfafafa);
    private static final Color INK = new Color(0x222222);
    private static final Color FAINT = new Color(0x8a8a8a);
    private static final Color FAIL = new Color(0xd4351c);
    private static final Color UNSURE = new Color(0xc77700);
    private static final Color PASS = new Color(0x2a8f5b);

    private final PhotoCheckResult result;
    private final double scale;
    private final BufferedImage sheet;
    private final Graphics2D pen;
    private final int photoWidth;

    private Overlay(BufferedImage photo, PhotoCheckResult result) {
        this.result = result;
        this.scale = (double) HEIGHT / result.measurements().file().height();
        this.photoWidth = (int) Math.round((double) HEIGHT * photo.getWidth() / photo.getHeight());
        this.sheet = new BufferedImage(photoWidth + PANEL, HEIGHT, BufferedImage.TYPE_INT_RGB);
        this.pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.drawImage(photo, 0, 0, photoWidth, HEIGHT, null);
        pen.setColor(PAPER);
        pen.fillRect(photoWidth, 0, PANEL, HEIGHT);
    }

    /**
     * The photo, upright, with frames on it and a list beside it.
     *
     * @param photo upright, of any size
     */
    public static BufferedImage draw(BufferedImage photo, PhotoCheckResult result) {
        Overlay overlay = new Overlay(photo, result);
        overlay.frames();
        overlay.list();
        overlay.pen.dispose();
        return overlay.sheet;
    }

    private void frames() {
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
        List<Finding> placed = new ArrayList<>(result.findings());
        placed.removeIf(f -> f.region() == null || f.answer() == Answer.PASS || f.answer() == Answer.SKIPPED);
        placed.sort(Comparator.comparing(Finding::answer).reversed());
        for (Finding finding : placed) {
            Region region = finding.region();
            if (region != null) {
                frame(finding, region);
            }
        }
    }

    private void frame(Finding finding, Region region) {
        int x = clamp(region.x() * scale, photoWidth - 6);
        int y = clamp(region.y() * scale, HEIGHT - 6);
        int width = Math.max(6, Math.min(photoWidth - x - 1, (int) Math.round(region.width() * scale)));
        int height = Math.max(6, Math.min(HEIGHT - y - 1, (int) Math.round(region.height() * scale)));
        pen.setColor(colour(finding.answer()));
        pen.setStroke(new BasicStroke(3f));
        pen.drawRoundRect(x, y, width, height, 8, 8);
        label(finding.check().value(), x, y);
    }

    private void label(String text, int x, int y) {
        FontMetrics metrics = pen.getFontMetrics();
        int width = metrics.stringWidth(text) + 10;
        int left = Math.max(0, Math.min(x, photoWidth - width));
        int top = y >= 20 ? y - 20 : y + 2;
        pen.fillRoundRect(left, top, width, 18, 6, 6);
        pen.setColor(Color.WHITE);
        pen.drawString(text, left + 5, top + 14);
    }

    private void list() {
        int y = 40;
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        pen.setColor(verdictColour());
        pen.drawString(result.verdict().name(), photoWidth + 20, y);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        pen.setColor(FAINT);
        pen.drawString(
                result.profile() + " · " + result.stage().name().toLowerCase(Locale.ROOT), photoWidth + 20, y + 22);
        y += 56;
        List<Finding> ordered = new ArrayList<>(result.findings());
        ordered.removeIf(f -> f.answer() == Answer.SKIPPED);
        ordered.sort(Comparator.comparingInt(f -> rank(f.answer())));
        for (Finding finding : ordered) {
            if (y > HEIGHT - LINE) {
                break;
            }
            row(finding, y);
            y += LINE;
        }
    }

    private void row(Finding finding, int y) {
        pen.setColor(colour(finding.answer()));
        pen.fillOval(photoWidth + 20, y - 10, 10, 10);
        pen.setColor(finding.answer() == Answer.PASS ? FAINT : INK);
        pen.drawString(finding.check().value(), photoWidth + 38, y);
        String value = finding.value().isPresent()
                ? String.format(Locale.ROOT, "%.4g %s", finding.value().getAsDouble(), finding.unit())
                : "";
        pen.drawString(value, photoWidth + PANEL - 150, y);
    }

    private Color verdictColour() {
        return switch (result.verdict()) {
            case ACCEPT -> PASS;
            case REVIEW -> UNSURE;
            case REJECT -> FAIL;
        };
    }

    private static int rank(Answer answer) {
        return switch (answer) {
            case FAIL -> 0;
            case UNSURE -> 1;
            case PASS -> 2;
            case SKIPPED -> 3;
        };
    }

    private static Color colour(Answer answer) {
        return switch (answer) {
            case FAIL -> FAIL;
            case UNSURE -> UNSURE;
            case PASS -> PASS;
            case SKIPPED -> FAINT;
        };
    }

    private static int clamp(double value, int most) {
        return (int) Math.max(0, Math.min(most, Math.round(value)));
    }
}
