package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two directions that nobody can go at once, and what is wrong where one or the other would help, as both languages say
 * them: read from the words alone, whatever the catalogue
 * says about them.
 *
 * @param one what sends one way
 * @param other what sends the other way
 */
record Opposites(Pattern one, Pattern other) {
    static final List<Opposites> ALL = List.of(
            of(
                    "camera a little higher|too little room|eyes are too high|镜头稍向上移|空间太小|眼睛位置偏高",
                    "camera a little lower|too much room|eyes are too low|镜头稍向下移|空间太大|眼睛位置偏低"),
            of("height of the camera|camera a little|镜头稍向|取景高度", "camera at eye height|镜头与眼睛同高"),
            of(
                    "come closer|靠近|step away from the wall|离背景远|(face|head) is too small|[脸头]部(在画面中)?太小"
                            + "|too few pixels|人像分辨率太低",
                    "step back|后退|拍得远|(face|head) is too large|[脸头]部(在画面中)?太大"),
            of("raise your head|look down|稍抬头|头部偏低", "lower your head|look up|稍低头|头部偏高"),
            of("brighter or|add light|more light|too dark|光线更充足|光线充足|太暗", "avoid strong light|too bright|避开强光|过亮"),
            of("please wear them|请戴上眼镜", "(wear no|take off) (tinted )?glasses|不要戴有色"),
            of("face the camera and|face the camera\\.|正对镜头", "face the light|facing a window|正面朝向光源|面向窗户"));

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
