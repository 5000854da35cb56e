package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import java.util.Optional;

/**
 * What is told of a fault.
 *
 * @param advice says what to do
 * @param move which way that goes; empty where no other instruction can go against it
 * @param plain says what is wrong, and not what to do about it
 */
record Words(Advice advice, Optional<Move> move, Advice plain) {
    /** Words that tell no direction. */
    static Words of(Advice advice) {
        return new Words(advice, Optional.empty(), advice);
    }

    /** The same with what a file says put in. */
    Words saying(String says) {
        return new Words(said(advice, says), move, said(plain, says));
    }

    private static Advice said(Advice advice, String says) {
        return new Advice(advice.zhCn().replace("{says}", says), advice.en().replace("{says}", says));
    }

    boolean goes(String axis, String way) {
        return move.equals(Optional.of(new Move(axis, way)));
    }
}
