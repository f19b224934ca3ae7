@echo off
rem Shows a site in the browser and follows what is edited. Copy this file into the folder of the site, or drag
rem that folder onto it.
setlocal
set "OIT=oit.exe"
if exist "%LOCALAPPDATA%\Programs\oit\oit.exe" set "OIT=%LOCALAPPDATA%\Programs\oit\oit.exe"
if exist "%~dp0oit.exe" set "OIT=%~dp0oit.exe"
pushd "%~dp0"
if not "%~1"=="" pushd "%~1"
"%OIT%" serve --open
pause
