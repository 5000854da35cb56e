package io.github.tucai;

class PostgresPresentTogetherTest extends PresentTogetherTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
