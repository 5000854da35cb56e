package io.github.tucai;

class PostgresPagesTest extends PagesTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
