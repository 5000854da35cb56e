package io.github.tucai.calibration.page;

import io.github.tucai.calibration.dial.Degree;
import io.github.tucai.calibration.dial.DegreeLimits;
import io.github.tucai.calibration.dial.DegreeTables;
import io.github.tucai.calibration.dial.DrawnPhotos;
import io.github.tucai.calibration.limits.LabelledPhotos;
import io.github.tucai.photo.PhotoProfile;
import java.io.IOException;
import java.util.Map;

/** What is told of faults of every degree, and the limits that follow. */
final class DegreesPage {
    private static final String DRAWN =
            "Each kind is drawn onto photographs of as many sources as there are, and the dial is put from faint to strong."
                    + " Where it is *just visible* and where *plain* was set by looking at the sheets, which show people and are"
                    + " not kept. *Told* is UNSURE or FAIL of the kind's own checks, counted on portraits of which those checks"
                    + " say nothing before; *accepted all the same*, plain ones on portraits that were accepted before. Skin is"
                    + " dark where its mean luma is below 0.35. Rates in brackets are 95 % intervals.\n\n";

    private final LabelledPhotos photos;
    private final Map<Degree, DrawnPhotos> drawn;
    private final PhotoProfile profile;

    DegreesPage(LabelledPhotos photos, Map<Degree, DrawnPhotos> drawn, PhotoProfile profile) {
        this.photos = photos;
        this.drawn = drawn;
        this.profile = profile;
    }

    /** The curves that the page shows. */
    String curves() {
        return new DegreeTables(photos, drawn.values()).svg();
    }

    Page of(Origin origin) throws IOException {
        return new Page("What is told of faults by degrees", origin)
                .section("The rule for limits of degrees", Page.resource("degrees-rule.md"))
                .section(
                        "Faults that are drawn",
                        DRAWN + Page.printed(out -> new DegreeTables(photos, drawn.values()).print(out)))
                .section(
                        "Curves",
                        "![share told by severity](degrees.svg)\n\nGrey: untouched to just visible; red: from plain on.")
                .section("Limits", Page.printed(out -> new DegreeLimits(photos, drawn, profile).print(out)))
                .tried("degrees.md");
    }
}
