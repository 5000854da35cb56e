package io.github.tucai.print;

import java.util.List;

/**
 * One sheet, or one piece of a roll.
 *
 * @param number from 1
 * @param widthMm of the sheet
 * @param heightMm of the sheet; a piece of a roll is as long as its rows need
 * @param placements in reading order
 * @param cards separators, in reading order
 */
public record SheetPlan(
        int number, double widthMm, double heightMm, List<Placement> placements, List<SeparatorCard> cards) {
    public SheetPlan {
        placements = List.copyOf(placements);
        cards = List.copyOf(cards);
        if (number < 1) {
            throw new IllegalArgumentException("number counts from 1, got " + number);
        }
        Box sheet = new Box(0, 0, widthMm, heightMm);
        if (!placements.stream().allMatch(placement -> sheet.contains(placement.print()))
                || !cards.stream().allMatch(card -> sheet.contains(card.box()))) {
            throw new IllegalArgumentException("every print and card must lie on sheet " + number);
        }
    }
}
