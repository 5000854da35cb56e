package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two directions that nobody can go at once, as both languages say them: read from the words alone, whatever the catalogue
 * says about them.
 *
 * @param one what sends one way
 * @param other what sends the other way
 */
record Opposites(Pattern one, Pattern other) {
    static final List<Opposites> ALL = List.of(
            of("camera a little higher|镜头稍向上移", "camera a little lower|镜头稍向下移"),
            of("come closer|靠近|step away from the wall|离背景远", "step back|后退|拍得远"),
            of("raise your head|稍抬头", "lower your head|稍低头"),
            of("brighter or|add light|more light|光线更充足|光线充足", "avoid strong light|避开强光"),
            of("please wear them|请戴上眼镜", "(wear no|take off) (tinted )?glasses|不要戴有色"),
            of("face the camera and|face the camera\\.|正对镜头", "face the light|正面朝向光源"));

    private static Opposites of(String one, String other) {
        return new Opposites(Pattern.compile(one), Pattern.compile(other));
    }

    /** Whether the advice sends either way. */
    boolean speaksIn(Advice advice) {
        return isSaid(one, advice) || isSaid(other, advice);
    }

    /** Whether some of the advice sends one way and some the other. */
    boolean areBothIn(List<Advice> told) {
        return told.stream().anyMatch(advice -> isSaid(one, advice))
                && told.stream().anyMatch(advice -> isSaid(other, advice));
    }

    private static boolean isSaid(Pattern way, Advice advice) {
        return Stream.of(advice.zhCn(), advice.en())
                .anyMatch(words -> way.matcher(words).find());
    }
}
