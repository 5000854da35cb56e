package io.github.tucai.cli.report;

import io.github.tucai.cli.output.Html;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Verdict;

/**
 * The words and signs of the pages. An answer is told by sign and word and only then by colour, so that nobody depends on
 * telling red from green, on paper neither.
 */
final class Words {
    private Words() {}

    static Advice verdict(Verdict verdict) {
        return switch (verdict) {
            case ACCEPT -> new Advice("通过", "accepted");
            case REVIEW -> new Advice("待人工复核", "a person decides");
            case REJECT -> new Advice("请重新拍摄", "to be taken again");
        };
    }

    static String sign(Verdict verdict) {
        return switch (verdict) {
            case ACCEPT -> sign(Answer.PASS);
            case REVIEW -> sign(Answer.UNSURE);
            case REJECT -> sign(Answer.FAIL);
        };
    }

    static String tone(Verdict verdict) {
        return switch (verdict) {
            case ACCEPT -> "pass";
            case REVIEW -> "unsure";
            case REJECT -> "fail";
        };
    }

    static Advice answer(Answer answer) {
        return switch (answer) {
            case PASS -> new Advice("符合", "pass");
            case FAIL -> new Advice("不符合", "fail");
            case UNSURE -> new Advice("存疑", "unsure");
            case SKIPPED -> new Advice("未检查", "skipped");
        };
    }

    static String sign(Answer answer) {
        return switch (answer) {
            case PASS -> "✓";
            case FAIL -> "✕";
            case UNSURE -> "?";
            case SKIPPED -> "–";
        };
    }

    static String tone(Answer answer) {
        return switch (answer) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case UNSURE -> "unsure";
            case SKIPPED -> "skipped";
        };
    }

    /** Of a finding: one that moves no verdict is told more softly. */
    static String tone(Finding finding) {
        boolean fault = finding.answer() == Answer.FAIL || finding.answer() == Answer.UNSURE;
        return fault && !decides(finding) ? "hint" : tone(finding.answer());
    }

    static String sign(Finding finding) {
        return tone(finding).equals("hint") ? "i" : sign(finding.answer());
    }

    /** Whether a fault of this check moves the verdict. */
    static boolean decides(Finding finding) {
        return finding.severity() == Severity.REQUIRED || finding.severity() == Severity.REVIEW;
    }

    static Advice severity(Severity severity) {
        return switch (severity) {
            case REQUIRED -> new Advice("必须", "required");
            case REVIEW -> new Advice("人工复核", "a person decides");
            case ADVICE -> new Advice("建议", "advice");
            case INFO -> new Advice("仅记录", "for the record");
        };
    }

    /** Both languages, the Chinese first. */
    static String both(Advice words) {
        return Html.escape(words.zhCn()) + " <span class=\"en\" lang=\"en\">" + Html.escape(words.en()) + "</span>";
    }

    static String both(String zhCn, String en) {
        return both(new Advice(zhCn, en));
    }
}
