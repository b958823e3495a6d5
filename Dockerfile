# One image for the backend and for every kind of worker; docker-compose.yml says which is which.
FROM python:3.12-slim
RUN useradd --create-home townlet
WORKDIR /app

# The packages first: setup skips what is done, so a change of the code alone installs nothing anew.
COPY pyproject.toml requirements.txt LICENSE ./
COPY townlet townlet
RUN python -m townlet.setup

COPY . .
RUN python -m townlet.setup && rm -rf frontend/node_modules

RUN mkdir /home/townlet/data && chown townlet /home/townlet/data
USER townlet
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 TOWNLET_HOME=/home/townlet/data
EXPOSE 8000
CMD ["uvicorn", "backend.main:app", "--host", "0.0.0.0", "--port", "8000", "--no-access-log", "--ws-max-size", "16384", "--log-config", "backend/store/environment/logging.yaml"]
