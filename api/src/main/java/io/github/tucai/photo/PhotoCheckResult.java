package io.github.tucai.photo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What checking one photo found out. A photo that fails a rule is an answer, not an exception.
 *
 * @param profile id of the profile
 * @param profileDigest SHA-256 of the profile's data, hexadecimal
 * @param stage which limits applied
 * @param verdict what the findings together say
 * @param findings one for every check, in the order of the catalogue; all faults are told at once
 * @param told those of the findings that failed or are unsure, in the order to tell them: the gravest effect on the verdict
 *     first, and a cause before what it brings about
 * @param measurements what was measured, by which analyzer and models
 */
public record PhotoCheckResult(
        String profile,
        String profileDigest,
        Stage stage,
        Verdict verdict,
        List<Finding> findings,
        List<Finding> told,
        Measurements measurements) {
    public PhotoCheckResult {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(profileDigest, "profileDigest");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(verdict, "verdict");
        findings = List.copyOf(findings);
        told = List.copyOf(told);
        Objects.requireNonNull(measurements, "measurements");
    }

    /** The finding of one check. */
    public Optional<Finding> finding(CheckId check) {
        return findings.stream().filter(f -> f.check().equals(check)).findFirst();
    }

    /** What to say where there is room for one thing only: the first of those told; empty where all is well. */
    public Optional<Finding> primary() {
        return told.stream().findFirst();
    }

    /** The findings that failed, in the order of the catalogue. */
    public List<Finding> failures() {
        return findings.stream().filter(f -> f.answer() == Answer.FAIL).toList();
    }

    @Override
    public String toString() {
        return "PhotoCheckResult[" + profile + ", " + stage + ", " + verdict + ", "
                + failures().size() + " failed]";
    }
}
