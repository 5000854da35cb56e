package io.github.tucai.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GeometryTest {
    @Test
    void anA4SheetHoldsFiveRowsOfFive() {
        PrintProfile profile = PrintProfile.on(Paper.A4);
        assertThat(profile.columns()).isEqualTo(5);
        assertThat(profile.rows()).isEqualTo(5);
    }

    @Test
    void sevenInchPaperHoldsTwoRowsOfFiveAndSixInchTwoOfFour() {
        assertThat(PrintProfile.on(Paper.FIVE_R).columns()).isEqualTo(5);
        assertThat(PrintProfile.on(Paper.FIVE_R).rows()).isEqualTo(2);
        assertThat(PrintProfile.on(Paper.FOUR_R).columns()).isEqualTo(4);
        assertThat(PrintProfile.on(Paper.FOUR_R).rows()).isEqualTo(2);
    }

    @Test
    void theDefaultPrintKeepsTheShapeOfThePhoto() {
        PrintProfile profile = PrintProfile.on(Paper.A4);
        assertThat(profile.widthMm() / profile.imageHeightMm()).isEqualTo(480.0 / 640);
        assertThat(profile.heightMm()).isEqualTo(48);
    }

    @Test
    void refusesAPrintLargerThanThePaper() {
        assertThatThrownBy(() ->
                        PrintProfile.builder(Paper.FOUR_R).print(200, 100, 4).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4R");
    }

    @Test
    void refusesABleedThatReachesTheNeighbour() {
        assertThatThrownBy(
                        () -> PrintProfile.builder(Paper.A4).gapMm(1).bleedMm(1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bleedMm");
    }

    @Test
    void aBuilderOfAProfileStartsFromAllOfIt() {
        PrintProfile profile = PrintProfile.builder(Paper.A4)
                .id("wide")
                .print(35, 46.5, 6)
                .copies(4)
                .separators(Separators.CLASS)
                .build();
        PrintProfile copy = profile.toBuilder().build();
        assertThat(copy).usingRecursiveComparison().isEqualTo(profile);
    }

    @Test
    void papersAreFoundByName() {
        assertThat(Paper.parse(" a4 ")).isEqualTo(Paper.A4);
        assertThat(Paper.parse("5r")).isEqualTo(Paper.FIVE_R);
        assertThatThrownBy(() -> Paper.parse("B5")).hasMessageContaining("A4, 5R, 4R, ROLL");
    }

    @Test
    void boxesThatShareAnEdgeDoNotOverlap() {
        Box left = new Box(0, 0, 33, 48);
        assertThat(left.overlaps(new Box(33, 0, 33, 48))).isFalse();
        assertThat(left.overlaps(new Box(32.9, 0, 33, 48))).isTrue();
        assertThat(left.contains(new Box(0, 44, 33, 4))).isTrue();
    }
}
