package io.github.tucai;

class PostgresDuplicatesTest extends DuplicatesTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
