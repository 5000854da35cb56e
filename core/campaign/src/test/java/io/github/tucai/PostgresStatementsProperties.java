package io.github.tucai;

class PostgresStatementsProperties extends StatementsProperties {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
