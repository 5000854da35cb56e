package io.github.tucai.cli.demo;

import io.github.tucai.Coverage;
import io.github.tucai.payment.Statement;
import io.github.tucai.proofing.ProofingRound;

/**
 * How the campaign ended for one school.
 *
 * @param sheet picture of the first print sheet, beside the page
 * @param sheets the print sheets as PDF
 * @param form the feedback form as PDF
 * @param formPicture the form as a picture
 * @param prints how many prints were verified
 */
record Chapter(
        Cast.DemoSchool school,
        Coverage coverage,
        ProofingRound round,
        Statement statement,
        String sheet,
        String sheets,
        String form,
        String formPicture,
        int prints) {}
