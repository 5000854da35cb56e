package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.UncheckedFactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignsTest {
    @ParameterizedTest
    @CsvSource({
        "xuzhou, 徐州, 2024-03-15..2024-04-03",
        "nantong, 南通, 2024-04-01..2024-04-16",
        "wuxi, 无锡, 2024-04-15..2024-05-08",
        "lianyungang, 连云港, 2024-05-06..2024-05-20"
    })
    void theExampleHasTheWindowsOfAnnexOne(String id, String name, String window) {
        Campaign campaign = Campaigns.jiangsu2024();
        assertThat(campaign.region(id)).hasValueSatisfying(region -> {
            assertThat(region.name()).isEqualTo(name);
            assertThat(campaign.window(region)).hasToString("Optional[" + window + "]");
        });
    }

    @Test
    void theExampleSaysThatItsContactsAreInvented() {
        Campaign campaign = Campaigns.jiangsu2024();
        assertThat(campaign.note()).contains("虚构").contains("invented");
        assertThat(campaign.contacts()).allMatch(c -> c.email().endsWith(".invalid"));
        assertThat(campaign.graduatingClass()).isEqualTo(2025);
        assertThat(campaign.fee()).hasToString("¥15.00");
    }

    @Test
    void aCampaignFileThatIsNotValidIsNamedWithItsFault(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"id\":\"x\",\"year\":2024}");
        assertThatThrownBy(() -> Campaigns.read(file))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("bad.json")
                .hasMessageContaining("account name");
    }

    @Test
    void aFileSaysWhatBecomesOfACodeThatHidesTheLastFour(@TempDir Path folder) throws Exception {
        String file = "{\"id\":\"x\",\"year\":2026,\"regions\":[{\"id\":\"r\",\"name\":\"地区\"}],%s"
                + "\"account\":{\"name\":\"单位\",\"bank\":\"银行\",\"number\":\"12345678\",\"bankCode\":\"123456789012\"}}";
        Path silent = Files.writeString(folder.resolve("silent.json"), file.formatted(""));
        assertThat(Campaigns.read(silent).uncheckedFactor()).isEqualTo(UncheckedFactor.REFUSE);
        Path allow = Files.writeString(folder.resolve("allow.json"), file.formatted("\"uncheckedFactor\":\"allow\","));
        assertThat(Campaigns.read(allow).uncheckedFactor()).isEqualTo(UncheckedFactor.ALLOW);
        for (String wrong : List.of("\"Allow\"", "true", "\"\"")) {
            Path bad =
                    Files.writeString(folder.resolve("bad.json"), file.formatted("\"uncheckedFactor\":" + wrong + ","));
            assertThatThrownBy(() -> Campaigns.read(bad))
                    .hasMessageContaining("uncheckedFactor must be refuse or allow");
        }
    }

    @Test
    void readsACampaignFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("c.json"),
                "{\"id\":\"x\",\"year\":2026,\"regions\":[{\"id\":\"r\",\"name\":\"地区\"}],"
                        + "\"account\":{\"name\":\"单位\",\"bank\":\"银行\",\"number\":\"12345678\",\"bankCode\":\"123456789012\"}}");
        Campaign campaign = Campaigns.read(file);
        assertThat(campaign.window(campaign.regions().iterator().next())).isEmpty();
        assertThat(campaign.graduatingClass()).isEqualTo(2027);
    }
}
