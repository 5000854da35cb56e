package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One instruction for each axis, by what the catalogue says about its words. */
class InstructionsProperties {
    private final PhotoJudge judge = new PhotoJudge();

    @Property(tries = 1000)
    void anAnswerHasOneInstructionForEachAxis(
            @ForAll("profiles") PhotoProfile profile, @ForAll("extremes") Measurements measured, @ForAll Stage stage) {
        PhotoCheckResult result = judge.judge(measured, profile, stage, Declarations.NONE.withGlasses(true));
        List<String> axes = result.told().stream()
                .map(InstructionsProperties::move)
                .flatMap(Optional::stream)
                .map(Move::axis)
                .toList();
        assertThat(axes).doesNotHaveDuplicates();
    }

    /** Of the words that were told, not of those that would have been. */
    private static Optional<Move> move(Finding finding) {
        Words words = CheckCatalogue.shipped().inFull(finding.check(), finding.advice());
        return words.advice().equals(finding.advice()) ? words.move() : Optional.empty();
    }

    @Example
    void wordsThatSendAWaySayWhichAndWhatIsWrongWithoutIt() {
        CheckCatalogue catalogue = CheckCatalogue.shipped();
        List<Words> all = catalogue.checks().stream().flatMap(Check::faults).toList();
        assertThat(all).anySatisfy(words -> assertThat(words.move()).isPresent());
        for (Words words : all) {
            boolean sends = Opposites.ALL.stream().anyMatch(opposites -> opposites.speaksIn(words.advice()));
            assertThat(words.move().isPresent() || !sends).as("%s", words).isTrue();
            assertThat(Opposites.ALL).as("%s", words).noneMatch(opposites -> opposites.speaksIn(words.plain()));
            assertThat(words.plain().equals(words.advice()))
                    .isEqualTo(words.move().isEmpty());
        }
        assertThat(catalogue.instructions().ofTears())
                .allMatch(words -> words.move().isPresent());
    }

    /** The preview tells which way again where what went before does not count there. */
    @Example
    void whatIsToldWithoutADirectionStillSaysWhoseWordsItStandsFor() {
        CheckCatalogue catalogue = CheckCatalogue.shipped();
        for (Check check : catalogue.checks()) {
            Stream.concat(check.faults(), catalogue.instructions().ofTears())
                    .forEach(words -> assertThat(catalogue.inFull(check.id(), words.plain()))
                            .isEqualTo(words));
        }
    }

    @Provide
    static Arbitrary<PhotoProfile> profiles() {
        return OneInstructionProperties.profiles();
    }

    @Provide
    static Arbitrary<Measurements> extremes() {
        return OneInstructionProperties.extremes();
    }
}
