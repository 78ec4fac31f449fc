# The bot in one image; the database and fetched files live in the volume /data.
#   docker build -t twinstar . && docker run --env-file .env -v twinstar:/data twinstar
FROM python:3.13-slim AS built
WORKDIR /app
COPY requirements.lock pyproject.toml README.md LICENSE ./
COPY bot bot
COPY data data
COPY adapters adapters
# The lock also pins what tests need; only what the bot itself requires is installed, at the lock's versions.
RUN python -m venv .venv \
    && grep -v -e '^ *--hash' requirements.lock | sed 's/ *\\$//' > constraints.txt \
    && .venv/bin/pip install --no-cache-dir --constraint constraints.txt .

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 twinstar && mkdir /data && chown twinstar /data
WORKDIR /app
COPY --from=built /app/.venv .venv
ENV PATH=/app/.venv/bin:$PATH DATABASE_URL=sqlite:////data/twinstar.db XDG_DATA_HOME=/data TWINSTAR_LOG_FORMAT=json
USER twinstar
VOLUME /data
# Ten seconds to drain, and some to close the database.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s CMD ["python", "-c", "import os, urllib.request as u; p = os.environ.get('PORT'); p and u.urlopen(f'http://127.0.0.1:{p}/health', timeout=4)"]
CMD ["twinstar", "run"]
