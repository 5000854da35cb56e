package io.github.tucai.print.internal;

import io.github.tucai.print.PrintField;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintProblem;
import io.github.tucai.print.PrintProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sets the fields of a print into its information area, in the largest size that one, two or three lines allow.
 *
 * <p>Texts are condensed by at most a quarter, then the names of organisations are shortened with an ellipsis, which is
 * reported. What identifies the student is never shortened.
 */
final class InformationText {
    // Between the fields of a line, and between the label and the number, so that a reader of the text sees words.
    private static final double GAP_EM = 0.6;
    private static final double LABEL_GAP_EM = 0.3;
    private static final double LINE_EM = 1.14;
    // The shape of the fonts: ideographs reach from -0.12 to 0.88 em.
    private static final double BASELINE_EM = 0.88;
    private static final double LARGEST_PT = 6.5;
    // A long label is worth a slightly smaller text, but not an illegible one.
    private static final double COMFORTABLE_PT = 3.9;
    private static final double NARROWEST = 0.75;
    private static final double PADDING_MM = 0.8;
    private static final int MOST_LINES = 3;
    private static final int LEAST_SHORTENED = 4;
    private static final Set<PrintField> COMPLETE =
            Set.of(PrintField.STUDENT_NUMBER, PrintField.ID_LAST_FOUR, PrintField.NAME);
    private static final Map<PrintField, String> SHORT_LABELS = Map.of(PrintField.ID_LAST_FOUR, "证件后四位");

    private final FontChain fonts;
    private final PrintProfile profile;
    private final double widthPt;
    private final double heightPt;

    InformationText(FontChain fonts, PrintProfile profile) {
        this.fonts = fonts;
        this.profile = profile;
        widthPt = Millimetres.toPoints(Math.max(profile.widthMm() - 2 * PADDING_MM, 0.1));
        heightPt = Millimetres.toPoints(profile.informationHeightMm() * 0.96);
    }

    /**
     * One stretch of text.
     *
     * @param text drawn by one operator per font
     * @param xPt from the left edge of the area
     * @param baselinePt from its top edge
     */
    record Word(String text, double xPt, double baselinePt) {}

    /**
     * A set area.
     *
     * @param narrowing horizontal scale, 1 for none
     */
    record Block(double sizePt, double narrowing, List<Word> words) {
        Block {
            words = List.copyOf(words);
        }
    }

    /**
     * Sets the fields of every item, all with the same labels. Problems found are added to the list; refusing ones mean the
     * blocks are not to be used.
     */
    List<Block> set(List<PrintItem> items, List<PrintProblem> problems) {
        List<Map<PrintField, String>> texts = items.stream().map(this::texts).toList();
        int known = problems.size();
        for (int i = 0; i < texts.size(); i++) {
            reportMissing(texts.get(i), i + 1, problems);
        }
        if (problems.size() > known) {
            return List.of();
        }
        boolean brief =
                texts.stream().anyMatch(each -> widest(pieces(each, false)).sizePt() < COMFORTABLE_PT);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            blocks.add(fit(texts.get(i), brief, i + 1, problems));
        }
        return blocks;
    }

    private Map<PrintField, String> texts(PrintItem item) {
        Map<PrintField, String> texts = new LinkedHashMap<>();
        for (PrintField field : profile.fields()) {
            String text = item.text(field).strip();
            if (!text.isEmpty()) {
                texts.put(field, text);
            }
        }
        return texts;
    }

    private void reportMissing(Map<PrintField, String> texts, int row, List<PrintProblem> problems) {
        texts.forEach((field, text) -> fonts.missing(field.label() + text)
                .ifPresent(character -> problems.add(
                        new PrintProblem(row, PrintProblem.Kind.NO_GLYPH, field.id(), FontChain.describe(character)))));
        String number = texts.getOrDefault(PrintField.STUDENT_NUMBER, "");
        if (fonts.missing(number).isEmpty() && fonts.runs(number).size() > 1) {
            problems.add(new PrintProblem(
                    row,
                    PrintProblem.Kind.NO_GLYPH,
                    PrintField.STUDENT_NUMBER.id(),
                    "no single font has all characters of the student number; give one that has"));
        }
    }

    private Block fit(Map<PrintField, String> texts, boolean brief, int row, List<PrintProblem> problems) {
        Set<PrintField> shortened = new LinkedHashSet<>();
        while (true) {
            Setting best = widest(pieces(texts, brief));
            if (best.sizePt() >= profile.smallestTextPt()) {
                report(shortened, row, problems);
                return block(best, Math.min(best.sizePt(), LARGEST_PT), 1);
            }
            double narrowing = best.sizePt() / profile.smallestTextPt();
            if (narrowing >= NARROWEST && linesFit(best)) {
                report(shortened, row, problems);
                return block(best, profile.smallestTextPt(), narrowing);
            }
            if (!shortenLongest(texts, shortened)) {
                problems.add(new PrintProblem(
                        row,
                        PrintProblem.Kind.TOO_LONG,
                        PrintField.STUDENT_NUMBER.id(),
                        "the information area holds the fields at no legible size; give a higher one or fewer fields"));
                return block(best, best.sizePt(), 1);
            }
        }
    }

    private boolean linesFit(Setting setting) {
        return setting.lines().size() * LINE_EM * profile.smallestTextPt() <= heightPt + 1e-9;
    }

    private static void report(Set<PrintField> shortened, int row, List<PrintProblem> problems) {
        for (PrintField field : shortened) {
            problems.add(new PrintProblem(
                    row,
                    PrintProblem.Kind.SHORTENED,
                    field.id(),
                    "the text does not fit and was shortened with an ellipsis"));
        }
    }

    private static boolean shortenLongest(Map<PrintField, String> texts, Set<PrintField> shortened) {
        PrintField longest = null;
        int most = LEAST_SHORTENED;
        for (Map.Entry<PrintField, String> entry : texts.entrySet()) {
            int length = entry.getValue().codePointCount(0, entry.getValue().length());
            if (length > most && !COMPLETE.contains(entry.getKey())) {
                longest = entry.getKey();
                most = length;
            }
        }
        if (longest == null) {
            return false;
        }
        String text = texts.getOrDefault(longest, "");
        String kept = text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
        texts.put(longest, kept.substring(0, kept.offsetByCodePoints(kept.length(), -1)) + "…");
        shortened.add(longest);
        return true;
    }

    /** Some fields on a line that stay together. */
    private record Piece(String label, String text, double widthEm) {}

    private record Setting(List<List<Piece>> lines, double sizePt) {}

    private List<Piece> pieces(Map<PrintField, String> texts, boolean brief) {
        return texts.entrySet().stream()
                .map(entry -> piece(entry.getKey(), entry.getValue(), brief))
                .toList();
    }

    private Piece piece(PrintField field, String text, boolean brief) {
        String label = brief ? SHORT_LABELS.getOrDefault(field, field.label()) : field.label();
        if (field.equals(PrintField.STUDENT_NUMBER)) {
            return new Piece(label, text, fonts.width(label) + LABEL_GAP_EM + fonts.width(text));
        }
        boolean speaksForItself = field.equals(PrintField.SCHOOL)
                || field.equals(PrintField.COLLEGE)
                || field.equals(PrintField.CLASS)
                || field.equals(PrintField.NAME);
        // A bare "2101" says nothing, and might be taken for a student number.
        boolean bare = text.codePoints().allMatch(c -> c < 0x80);
        String shown = speaksForItself && !bare ? text : label + " " + text;
        return new Piece("", shown, fonts.width(shown));
    }

    private Setting widest(List<Piece> pieces) {
        Setting best = new Setting(List.of(pieces), 0);
        for (int lines = 1; lines <= Math.min(MOST_LINES, pieces.size()); lines++) {
            List<List<Piece>> broken = breakInto(pieces, lines);
            double widest =
                    broken.stream().mapToDouble(InformationText::width).max().orElse(1);
            double size = Math.min(heightPt / (lines * LINE_EM), widthPt / widest);
            if (size > best.sizePt() + 1e-9) {
                best = new Setting(broken, size);
            }
        }
        return best;
    }

    /** Breaks into lines so that the widest is as narrow as possible; keeps the order. */
    private static List<List<Piece>> breakInto(List<Piece> pieces, int lines) {
        if (lines == 1) {
            return List.of(pieces);
        }
        List<List<Piece>> best = List.of();
        double narrowest = Double.MAX_VALUE;
        for (int first = 1; first <= pieces.size() - lines + 1; first++) {
            List<List<Piece>> broken = new ArrayList<>();
            broken.add(pieces.subList(0, first));
            broken.addAll(breakInto(pieces.subList(first, pieces.size()), lines - 1));
            double widest =
                    broken.stream().mapToDouble(InformationText::width).max().orElse(0);
            if (widest < narrowest) {
                narrowest = widest;
                best = broken;
            }
        }
        return best;
    }

    private static double width(List<Piece> line) {
        return line.stream().mapToDouble(Piece::widthEm).sum() + GAP_EM * (line.size() - 1);
    }

    private Block block(Setting setting, double sizePt, double narrowing) {
        double areaPt = Millimetres.toPoints(profile.informationHeightMm());
        double stepPt =
                Math.min(LINE_EM * sizePt * 1.12, areaPt / setting.lines().size());
        double topPt = (areaPt - stepPt * setting.lines().size()) / 2;
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < setting.lines().size(); i++) {
            double baseline = topPt + i * stepPt + (stepPt - sizePt) / 2 + BASELINE_EM * sizePt;
            line(setting.lines().get(i), sizePt * narrowing, baseline, words);
        }
        return new Block(sizePt, narrowing, words);
    }

    private void line(List<Piece> line, double emPt, double baselinePt, List<Word> words) {
        double x = (Millimetres.toPoints(profile.widthMm()) - width(line) * emPt) / 2;
        for (Piece piece : line) {
            double textX = x;
            if (!piece.label().isEmpty()) {
                words.add(new Word(piece.label(), x, baselinePt));
                textX += (fonts.width(piece.label()) + LABEL_GAP_EM) * emPt;
            }
            words.add(new Word(piece.text(), textX, baselinePt));
            x += (piece.widthEm() + GAP_EM) * emPt;
        }
    }
}
