package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.print.Box;
import io.github.tucai.print.Paper;
import io.github.tucai.print.Placement;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOrder;
import io.github.tucai.print.PrintProfile;
import io.github.tucai.print.SeparatorCard;
import io.github.tucai.print.Separators;
import io.github.tucai.print.SheetPlan;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SheetPlannerProperties {
    @Property(tries = 300)
    @Clause({"N0.4", "N3.1"})
    void everyStudentHasExactlyTheCopiesOfTheProfileByDefaultFive(@ForAll("jobs") PrintJob job) {
        Map<Integer, List<Integer>> copies = placements(job)
                .collect(Collectors.groupingBy(
                        Placement::row, Collectors.mapping(Placement::copy, Collectors.toList())));

        assertThat(PrintProfile.on(Paper.A4).copies()).isEqualTo(5);
        assertThat(copies).hasSize(job.items().size());
        assertThat(copies.values()).allSatisfy(each -> assertThat(each)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, job.profile().copies()).boxed().toList()));
        assertThat(placements(job)).hasSize(job.prints());
    }

    @Property(tries = 300)
    @Clause({"N4.2", "N4.3"})
    void printsNeitherOverlapNorLeaveTheSheetNorItsMargin(@ForAll("jobs") PrintJob job) {
        double margin = job.profile().marginMm();
        for (SheetPlan sheet : SheetPlanner.plan(job)) {
            Box printable = new Box(margin, margin, sheet.widthMm() - 2 * margin, sheet.heightMm() - 2 * margin);
            List<Box> boxes = boxes(sheet);
            assertThat(boxes).allMatch(printable::contains);
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(boxes.get(i).overlaps(boxes.get(j))).isFalse();
                }
            }
        }
    }

    @Property(tries = 300)
    @Clause("N4.3")
    void aPrintIsTheImageAboveTheInformation(@ForAll("jobs") PrintJob job) {
        PrintProfile profile = job.profile();
        assertThat(placements(job)).allSatisfy(placement -> {
            Box print = placement.print();
            assertThat(placement.image())
                    .isEqualTo(new Box(print.xMm(), print.yMm(), profile.widthMm(), profile.imageHeightMm()));
            assertThat(placement.information().yMm())
                    .isEqualTo(placement.image().bottomMm());
            assertThat(placement
                            .information()
                            .distanceMm(new Box(
                                    print.xMm(),
                                    print.bottomMm() - profile.informationHeightMm(),
                                    profile.widthMm(),
                                    profile.informationHeightMm())))
                    .isLessThan(1e-9);
        });
    }

    @Property(tries = 200)
    @Clause({"N4.1", "N4.3"})
    void studentsComeBySchoolCollegeClassAndNumber(@ForAll("jobs") PrintJob job) {
        List<PrintItem> order = placements(job)
                .filter(placement -> placement.copy() == 1)
                .map(Placement::item)
                .toList();
        if (job.order() == PrintOrder.AS_GIVEN) {
            assertThat(order).isEqualTo(job.items());
        } else {
            assertThat(order)
                    .isSortedAccordingTo(Comparator.comparing((PrintItem item) -> item.schoolName())
                            .thenComparing(item -> item.college().name())
                            .thenComparing(item -> item.className().name(), NaturalOrder.INSTANCE)
                            .thenComparing(item -> item.studentNumber().value(), NaturalOrder.INSTANCE));
        }
    }

    @Property(tries = 200)
    void aRowThatCanHoldAStudentHoldsThemWhole(@ForAll("jobs") PrintJob job) {
        Assume.that(job.profile().columns() >= job.profile().copies());
        for (SheetPlan sheet : SheetPlanner.plan(job)) {
            Map<Integer, Long> rows = sheet.placements().stream()
                    .collect(Collectors.groupingBy(
                            Placement::row, Collectors.collectingAndThen(Collectors.toList(), list -> list.stream()
                                    .map(each -> each.print().yMm())
                                    .distinct()
                                    .count())));
            assertThat(rows.values()).allMatch(count -> count == 1);
        }
    }

    @Property(tries = 200)
    void aStudentStaysOnOneSheetThatCanHoldThem(@ForAll("jobs") PrintJob job) {
        PrintProfile profile = job.profile();
        Assume.that(profile.studentOnOneSheet() && profile.columns() * profile.rows() >= profile.copies());
        List<Integer> starts = new ArrayList<>();
        for (SheetPlan sheet : SheetPlanner.plan(job)) {
            sheet.placements().stream().map(Placement::row).distinct().forEach(starts::add);
        }
        assertThat(starts).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void separatorsCountEveryStudentOnceAndAreNeverLastOnASheet(@ForAll("jobs") PrintJob job) {
        Assume.that(job.profile().columns() * job.profile().rows()
                > 2 * job.profile().copies());
        List<SheetPlan> sheets = SheetPlanner.plan(job);
        int counted = sheets.stream()
                .flatMap(sheet -> sheet.cards().stream())
                .mapToInt(SeparatorCard::students)
                .sum();
        assertThat(counted)
                .isEqualTo(
                        job.profile().separators() == Separators.NONE
                                ? 0
                                : job.items().size());
        assertThat(sheets).noneMatch(sheet -> sheet.placements().isEmpty());
    }

    @Property(tries = 100)
    void equalJobsHaveEqualPlans(@ForAll("jobs") PrintJob job) {
        PrintJob again = new PrintJob(List.copyOf(job.items()), job.profile(), job.order(), job.created());
        assertThat(SheetPlanner.plan(again)).isEqualTo(SheetPlanner.plan(job));
    }

    private static Stream<Placement> placements(PrintJob job) {
        return SheetPlanner.plan(job).stream().flatMap(sheet -> sheet.placements().stream());
    }

    private static List<Box> boxes(SheetPlan sheet) {
        return Stream.concat(
                        sheet.placements().stream().map(Placement::print),
                        sheet.cards().stream().map(SeparatorCard::box))
                .toList();
    }

    @Provide
    static Arbitrary<PrintJob> jobs() {
        return Combinators.combine(items(), profiles(), Arbitraries.of(PrintOrder.class))
                .as((items, profile, order) -> new PrintJob(items, profile, order, Instant.EPOCH));
    }

    private static Arbitrary<List<PrintItem>> items() {
        return Combinators.combine(
                        Arbitraries.of("甲大学", "乙大学"),
                        Arbitraries.of("", "理学院", "文学院"),
                        Arbitraries.of("", "2班", "10班"),
                        Arbitraries.integers().between(1, 99_999))
                .as((school, college, className, number) -> new PrintItem(
                        school,
                        new College(college),
                        new ClassName(className),
                        new StudentNumber(Integer.toString(number)),
                        new IdLastFour("0011"),
                        new MaskedName("张*"),
                        ImageDigest.of(BigInteger.valueOf(number).toByteArray()),
                        Map.of()))
                .list()
                .uniqueElements(item -> List.of(item.schoolName(), item.studentNumber()))
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Arbitrary<PrintProfile> profiles() {
        Arbitrary<Paper> papers = Arbitraries.of(
                Paper.A4,
                Paper.FIVE_R,
                Paper.FOUR_R,
                Paper.ROLL,
                new Paper("wide", 610, 800, true),
                new Paper("3R", 127, 89, false));
        return Combinators.combine(
                        papers,
                        Arbitraries.integers().between(20, 36),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Separators.class),
                        Arbitraries.of(true, false))
                .as((paper, width, copies, gap, separators, together) -> PrintProfile.builder(paper)
                        .print(width, width * 4 / 3.0, 4)
                        .copies(copies)
                        .gapMm(gap)
                        .bleedMm(gap / 2.0)
                        .separators(separators)
                        .studentOnOneSheet(together)
                        .build());
    }
}
