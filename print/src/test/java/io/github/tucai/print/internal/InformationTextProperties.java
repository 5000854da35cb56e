package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.print.Paper;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintProblem;
import io.github.tucai.print.PrintProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Clause("N4.3")
class InformationTextProperties {
    private static final FontChain FONTS = ShippedFonts.regular();
    private static final PrintProfile PROFILE = PrintProfile.on(Paper.A4);

    @Property(tries = 300)
    void everyWordLiesInsideTheAreaAtALegibleSize(@ForAll("items") PrintItem item) {
        InformationText.Block block = set(item, new ArrayList<>());
        double width = Millimetres.toPoints(PROFILE.widthMm());
        double height = Millimetres.toPoints(PROFILE.informationHeightMm());

        assertThat(block.sizePt()).isGreaterThanOrEqualTo(PROFILE.smallestTextPt());
        for (InformationText.Word word : block.words()) {
            double end = word.xPt() + FONTS.width(word.text()) * block.sizePt() * block.narrowing();
            assertThat(word.xPt()).isGreaterThan(0);
            assertThat(end).isLessThan(width);
            assertThat(word.baselinePt() - 0.88 * block.sizePt()).isGreaterThanOrEqualTo(-0.01);
            assertThat(word.baselinePt() + 0.12 * block.sizePt()).isLessThanOrEqualTo(height + 0.01);
        }
    }

    @Property(tries = 300)
    void whatIdentifiesTheStudentIsNeverShortened(@ForAll("items") PrintItem item) {
        List<String> words = words(set(item, new ArrayList<>()));

        assertThat(words).filteredOn(item.studentNumber().value()::equals).hasSize(1);
        assertThat(words).anyMatch(word -> word.contains(item.idLastFour().value()));
        assertThat(words).anyMatch(word -> word.contains(item.name().value()));
    }

    @Property(tries = 300)
    void allSixFieldsStandThereOrTheirShorteningIsReported(@ForAll("items") PrintItem item) {
        List<PrintProblem> problems = new ArrayList<>();
        List<String> words = words(set(item, problems));
        List<String> shortened = problems.stream().map(PrintProblem::field).toList();

        assertThat(problems).allMatch(problem -> problem.kind() == PrintProblem.Kind.SHORTENED);
        for (var field : PROFILE.fields()) {
            if (!shortened.contains(field.id())) {
                assertThat(words).anyMatch(word -> word.contains(item.text(field)));
            }
        }
    }

    private static InformationText.Block set(PrintItem item, List<PrintProblem> problems) {
        return new InformationText(FONTS, PROFILE).set(List.of(item), problems).get(0);
    }

    private static List<String> words(InformationText.Block block) {
        return block.words().stream().map(InformationText.Word::text).toList();
    }

    @Provide
    static Arbitrary<PrintItem> items() {
        Arbitrary<String> labels =
                Arbitraries.strings().withCharRange('\u4e00', '\u4fff').ofMaxLength(64);
        return Combinators.combine(
                        labels.filter(text -> !text.isEmpty()),
                        labels,
                        labels,
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(32),
                        Arbitraries.of("张*", "欧阳**", "买**·****", "A****** B*******"))
                .as((school, college, className, number, name) -> new PrintItem(
                        school,
                        new College(college),
                        new ClassName(className),
                        new StudentNumber(number),
                        new IdLastFour("012X"),
                        new MaskedName(name),
                        ImageDigest.of(new byte[0]),
                        Map.of()));
    }
}
