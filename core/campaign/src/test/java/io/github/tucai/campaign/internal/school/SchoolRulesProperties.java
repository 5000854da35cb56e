package io.github.tucai.campaign.internal.school;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Samples;
import io.github.tucai.answer.Actor;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SchoolRulesProperties {
    @Property
    @Clause("N0.4")
    void aSchoolWhoseCodeLooksLikeNoUniversitysIsASchool(@ForAll("codes") SchoolCode code) {
        SchoolRecord school = registered(code);
        Actor.SchoolAdministrator administrator = new Actor.SchoolAdministrator("a", code);
        SchoolEvent window = SchoolRules.decide(
                        new SchoolCommand.SetWindow(CaptureWindow.parse("2024-03-15..2024-03-20")),
                        new Facts(Samples.MORNING, administrator, Samples.CAMPAIGN, school))
                .orElseThrow();
        assertThat(school.after(window).window()).contains(CaptureWindow.parse("2024-03-15..2024-03-20"));
    }

    @Property
    @Clause({"N3.1", "N3.3"})
    void aStatementIsFifteenYuanForEachStudentAndDueOnTheTwentiethOfNovember(
            @ForAll @IntRange(min = 0, max = 60_000) int students) {
        SchoolRecord school = registered(Samples.SCHOOL);
        SchoolEvent issued = SchoolRules.decide(
                        new SchoolCommand.IssueStatement(students, 0, 0, Optional.of(Samples.MORNING)),
                        new Facts(Samples.MORNING, Samples.CENTRE, Samples.CAMPAIGN, school))
                .orElseThrow();
        var statement = school.after(issued).statement().orElseThrow();
        assertThat(statement.total()).isEqualTo(new Fee(BigDecimal.valueOf(15L * students)));
        assertThat(statement.due()).hasToString("2024-11-20");
        assertThat(statement.account()).isEqualTo(Samples.CAMPAIGN.account());
    }

    private static SchoolRecord registered(SchoolCode code) {
        List<SchoolEvent> events = new ArrayList<>();
        events.add(SchoolRules.decide(
                        new SchoolCommand.Register(new School(code, "某研究所"), "xuzhou", PaymentMode.SCHOOL_TRANSFER),
                        new Facts(Samples.MORNING, Samples.CENTRE, Samples.CAMPAIGN, SchoolRecord.empty(code)))
                .orElseThrow());
        events.add(new SchoolEvent.OfficerNamed(Samples.MORNING, "人教处", "示例老师", "000-00000003"));
        return SchoolRecord.replay(code, events);
    }

    @Provide
    static Arbitrary<SchoolCode> codes() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .withChars('-')
                .ofMinLength(2)
                .ofMaxLength(16)
                .map(SchoolCode::new);
    }
}
