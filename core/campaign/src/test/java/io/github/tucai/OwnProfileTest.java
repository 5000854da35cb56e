package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.payment.PaymentAccount;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.spi.ImageAnalyzer;
import io.github.tucai.spi.PhotoFinisher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A campaign whose photos are checked and finished by a profile from a file. */
class OwnProfileTest extends WithDesk {
    private static final PhotoProfile OWN = PhotoProfiles.parse("""
            {
              "id": "OWN", "source": "invented",
              "product": {
                "width": {"value": 358, "source": "invented"}, "height": {"value": 441, "source": "invented"},
                "density": {"value": 350, "source": "invented"},
                "leastBytes": {"value": 1, "source": "invented"}, "mostBytes": {"value": 40960, "source": "invented"},
                "leastQuality": {"value": 60, "source": "invented"},
                "background": {"value": "keep", "source": "invented"},
                "headTop": {"least": 10, "most": 110, "source": "invented"},
                "eyeLine": {"least": 100, "most": 300, "source": "invented"},
                "faceWidth": {"least": 100, "most": 300, "source": "invented"}
              },
              "formats": {"submission": ["jpeg"], "product": ["jpeg"], "source": "invented"},
              "editors": {"names": ["retoucher"], "source": "invented"},
              "checks": {}
            }
            """);

    private final List<ProductSpec> made = new ArrayList<>();

    @Test
    void productsAreMadeByTheProfileThatChecksThem() {
        reopen(naming("OWN"));
        PhotoAnswer answer = desk.handIn(desk.session("E1"), "ok-1");
        assertThat(answer.verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(answer.check().profile()).isEqualTo("OWN");
        assertThat(answer.productCheck().orElseThrow().profile()).isEqualTo("OWN");
        assertThat(made).containsExactly(OWN.product());
    }

    @Test
    void aCheckerThatJudgesByAnotherProfileThanTheCampaignNamesIsRefused() {
        assertThatThrownBy(() -> reopen(naming("CN-DEGREE")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CN-DEGREE")
                .hasMessageContaining("OWN");
    }

    @Test
    void aProfileThatIsNotShippedNeedsItsChecker() {
        assertThatThrownBy(() -> Tucai.builder()
                        .campaign(naming("OWN"))
                        .dataSource(Desk.dataSource(url))
                        .keyEncryptionKey("test", Desk.KEK)
                        .photos(folder.resolve("photos"), "photos", Desk.PHOTO_KEY)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OWN");
    }

    private static Campaign naming(String profile) {
        return Campaign.builder(Samples.CAMPAIGN.id(), 2024)
                .profile(profile)
                .region(new CaptureRegion("xuzhou", "徐州"), CaptureWindow.parse("2024-03-15..2024-04-03"))
                .account(new PaymentAccount("示例收款单位", "示例银行示例支行", "0000000000000000", "000000000000"))
                .build();
    }

    private void reopen(Campaign campaign) {
        desk.close();
        desk = new Desk(
                Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry(), builder -> builder.campaign(
                                campaign)
                        .checker(PhotoChecker.builder()
                                .analyzer(new Spoken())
                                .profile(OWN)
                                .build())
                        .finisher(new Noted()));
    }

    /** Measures what the desk says of a photo. */
    private static final class Spoken implements ImageAnalyzer {
        @Override
        public String id() {
            return "spoken";
        }

        @Override
        public Measurements analyze(PhotoImage image, AnalysisMode mode) {
            return Desk.check(image, Stage.SUBMISSION, Declarations.NONE, (digest, hash) -> PictureHash.BITS)
                    .measurements();
        }
    }

    /** Cuts as the desk does, and notes what for. */
    private final class Noted implements PhotoFinisher {
        private final PhotoFinisher real = desk.finisher();

        @Override
        public String id() {
            return "noted";
        }

        @Override
        public Finishing finish(PhotoImage original, Crop crop, ProductSpec spec) {
            made.add(spec);
            return real.finish(original, crop, spec);
        }
    }
}
