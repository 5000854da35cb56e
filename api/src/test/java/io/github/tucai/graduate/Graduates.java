package io.github.tucai.graduate;

import io.github.tucai.school.SchoolCode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of identifiers, valid by construction; published for the tests of plug-ins. */
public final class Graduates {
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "欧阳", "司马", "买买提", "Anna "};

    private Graduates() {}

    public static Arbitrary<EnrolmentNumber> enrolments() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("-_")
                .ofMinLength(1)
                .ofMaxLength(24)
                .map(EnrolmentNumber::new);
    }

    public static Arbitrary<StudentNumber> studentNumbers() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(16)
                .map(StudentNumber::new);
    }

    public static Arbitrary<SchoolCode> schoolCodes() {
        Arbitrary<String> university = Arbitraries.strings().numeric().ofLength(5);
        Arbitrary<String> institute = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .withChars('-')
                .ofMinLength(2)
                .ofMaxLength(16);
        return Arbitraries.oneOf(university, institute).map(SchoolCode::new);
    }

    public static Arbitrary<MaskedName> maskedNames() {
        return Combinators.combine(
                        Arbitraries.of(SURNAMES), Arbitraries.integers().between(1, 3))
                .as((surname, hidden) -> new MaskedName(surname.substring(0, 1) + "*".repeat(hidden)));
    }

    public static Arbitrary<MaskedId> maskedIds() {
        return residentIds().map(Mask.ID::apply).map(MaskedId::new);
    }

    /** Complete numbers with a right check character: what must never fit into a value. */
    public static Arbitrary<String> residentIds() {
        return Arbitraries.strings().numeric().ofLength(17).map(d -> d + ResidentIdCheck.checkCharacter(d));
    }

    public static Arbitrary<Graduate> graduates() {
        return Combinators.combine(
                        enrolments(),
                        maskedNames(),
                        maskedIds(),
                        schoolCodes(),
                        studentNumbers(),
                        Arbitraries.of("", "计算机学院", "文学院").map(College::new),
                        Arbitraries.of("", "软件2101", "汉语2102").map(ClassName::new))
                .as(Graduate::new);
    }
}
