package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.failure.InvalidProfileException;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.CheckRule;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileReaderTest {
    static List<String> ids() {
        return PhotoProfiles.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyShippedProfileReadsAndHasADigestOfItsOwn(String id) {
        PhotoProfile profile = PhotoProfiles.get(id);
        assertThat(profile.id()).isEqualTo(id);
        assertThat(profile.digest())
                .matches("[0-9a-f]{64}")
                .isEqualTo(PhotoProfiles.get(id).digest());
        assertThat(PhotoProfiles.ids().stream().map(PhotoProfiles::get).map(PhotoProfile::digest))
                .doesNotHaveDuplicates();
    }

    @Test
    void theDefaultHasARuleForEveryCheck() {
        assertThat(PhotoProfiles.get("CN-DEGREE").rules().keySet())
                .containsExactlyInAnyOrderElementsOf(CheckCatalogue.shipped().ids());
    }

    @Test
    void theDefaultHasTheNumbersOfTheNationalSpecification() {
        PhotoProfile profile = PhotoProfiles.get("CN-DEGREE");
        assertThat(profile.product().width()).isEqualTo(480);
        assertThat(profile.product().height()).isEqualTo(640);
        assertThat(profile.product().densityDpi()).isEqualTo(300);
        assertThat(profile.product().leastQuality()).isEqualTo(60);
        assertThat(profile.product().headTop().contains(50)).isTrue();
        assertThat(profile.product().headTop().contains(111)).isFalse();
        assertThat(profile.product().eyeLine().contains(300)).isTrue();
        assertThat(profile.product().faceWidth().contains(179.9)).isFalse();
        assertThat(profile.product().background())
                .hasValueSatisfying(rgb -> assertThat(rgb.hex()).isEqualTo("#64c5ff"));
    }

    @Test
    void anOverlayChangesWhatItNamesAndNothingElse() {
        PhotoProfile base = PhotoProfiles.get("CN-DEGREE");
        PhotoProfile school = PhotoProfiles.parse("""
                {"extends": "CN-DEGREE", "id": "OUR-SCHOOL", "source": "our school",
                 "checks": {"clothing-pattern": {"severity": "INFO"}}}
                """);
        CheckRule pattern = rule(school, "clothing-pattern");
        assertThat(pattern.submission()).isEqualTo(Severity.INFO);
        assertThat(pattern.limits()).isEqualTo(rule(base, "clothing-pattern").limits());
        assertThat(rule(school, "eyes-open")).isEqualTo(rule(base, "eyes-open"));
        assertThat(school.formats(Stage.PRODUCT)).isEqualTo(base.formats(Stage.PRODUCT));
        assertThat(school.digest()).isNotEqualTo(base.digest());
    }

    @Test
    void theDigestDoesNotDependOnOrderOrBlanks() {
        String one = "{\"extends\":\"CN-DEGREE\",\"id\":\"A\",\"source\":\"s\"}";
        String two = "{ \"source\": \"s\",\n \"id\": \"A\", \"extends\": \"CN-DEGREE\" }";
        assertThat(PhotoProfiles.parse(one).digest())
                .isEqualTo(PhotoProfiles.parse(two).digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                             | $                                   | not JSON at line 1
            []                                                                            | $                                   | must be an object
            {"id":"A","id":"B"}                                                           | $                                   | Duplicate
            {"extends":"NO-SUCH","id":"A"}                                                | $.extends                           | no such profile
            {"extends":"CN-DEGREE","id":"a","source":"s"}                                 | $.id                                | capital letters
            {"extends":"CN-DEGREE","id":"A","source":"s","colour":"red"}                  | $                                   | unknown name 'colour'
            {"extends":"CN-DEGREE","id":"A","source":"s","checks":{"eyes":{"severity":"REQUIRED","limits":[]}}}  | $.checks.eyes | no check 'eyes'
            {"extends":"CN-DEGREE","id":"A","source":"s","checks":{"noise":{"severity":"FATAL"}}} | $.checks.noise.severity | must be one of
            {"extends":"CN-DEGREE","id":"A","source":"s","checks":{"noise":{"limits":[{"measure":"noise.sigma","most":3,"width":0,"source":"s"}]}}} | $.checks.noise.limits[0] | width must be above 0
            {"extends":"CN-DEGREE","id":"A","source":"s","checks":{"noise":{"limits":[{"measure":"noise.sigma","most":"3","width":1,"source":"s"}]}}} | $.checks.noise.limits[0].most | must be a number
            {"extends":"CN-DEGREE","id":"A","source":"s","checks":{"noise":{"limits":[{"measure":"noise.sigma","most":3,"width":1}]}}} | $.checks.noise.limits[0] | needs 'source'
            {"extends":"CN-DEGREE","id":"A","source":"s","product":{"headTop":{"least":90,"most":10,"source":"s"}}} | $.product.headTop | least must not be above most
            {"extends":"CN-DEGREE","id":"A","source":"s","product":{"width":{"value":4.5,"source":"s"}}} | $.product.width.value | whole number
            """)
    void refusesAWrongFileSayingWhereAndWhy(String json, String path, String reason) {
        assertThatThrownBy(() -> PhotoProfiles.parse(json))
                .isInstanceOfSatisfying(InvalidProfileException.class, refusal -> {
                    assertThat(refusal.path()).isEqualTo(path);
                    assertThat(refusal.reason()).contains(reason);
                });
    }

    @Test
    void namesTheShippedProfilesWhenAskedForAnother() {
        assertThatThrownBy(() -> PhotoProfiles.get("CN-DEGRE")).hasMessageContaining("CN-DEGREE");
    }

    private static CheckRule rule(PhotoProfile profile, String check) {
        CheckRule rule = profile.rules().get(new CheckId(check));
        assertThat(rule).isNotNull();
        return rule;
    }
}
